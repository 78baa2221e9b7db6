// The 1688 document as its own platform sends it to sellers: beyond the four domains of all gateways, parts that have a
// domain or a parameter of their own.
import { alibaba1688 } from './1688.js';
import type { DocumentCase, SubtreeCase } from './document.js';

const EVERYTHING = [
  ...['GuaranteesTerms', 'NativeLogistics', 'RateDetail', 'OrderInvoice', 'CanSendCheck', 'OutSubOrderInfo'],
  ...['needSendGoodsOverdueRisk', 'needDeliverGoodsOverdueRisk', 'needOutChannel'],
];

const needsAll = ({ selection, subtrees }: SubtreeCase): boolean => selection.includes('raw') && subtrees.length === 4;

const own = (what: string, selection: string, ...subtrees: readonly string[]): SubtreeCase => ({
  what,
  selection: `platformOrder { ... on Alibaba1688Order { ${selection} } }`,
  subtrees,
});

export const open1688: DocumentCase = {
  ...alibaba1688,
  subtreeCases: [
    ...alibaba1688.subtreeCases.map((one) => (needsAll(one) ? { ...one, subtrees: EVERYTHING } : one)),
    own('whether lines may be shipped', 'items { canSendGoods cantSendReason }', 'CanSendCheck'),
    own('the downstream lines', 'items { downstreamLines { id } }', 'OutSubOrderInfo'),
    // A parameter of its own, beside the one domain that is named where none is needed.
    own('the shipping deadline', 'shippingRisk', 'GuaranteesTerms', 'needSendGoodsOverdueRisk'),
    own('the pick-up deadline', 'items { pickupRisk }', 'GuaranteesTerms', 'needDeliverGoodsOverdueRisk'),
    own('the downstream platform', 'downstreamChannel', 'GuaranteesTerms', 'needOutChannel'),
  ],
};
