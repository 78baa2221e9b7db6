// What the gateways to the buyer's side of 1688 share: the sites, attribute keys, and fields that only the buyer sees.
import type { OrderQuery } from '../gateway.js';

export const WEB_SITES = ['1688', 'alibaba'] as const;
export type WebSite = (typeof WEB_SITES)[number];

/** The keys of the requested attributes; undefined where it is all of them. */
export const attributeKeysOf = ({ attributeKeys }: OrderQuery): readonly string[] | undefined =>
  attributeKeys.length > 0 ? attributeKeys : undefined;

/** Paths that the documentation of the seller's side does not list. */
export const BUYER_PATHS: readonly string[] = [
  'baseInfo.buyerMemo',
  'baseInfo.buyerRemarkIcon',
  'baseInfo.sellerCreditLevel',
  'baseInfo.stepAgreementPath',
  'baseInfo.payTimeout',
  'baseInfo.payTimeoutType',
];
