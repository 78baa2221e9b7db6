// What the sandbox knows of one 1688 order: the document in 1688's reference spelling, whole and unrounded.

import type { Document } from '../document.js';

export type OrderDocument = {
  readonly baseInfo: Document;
  readonly productItems: readonly Document[];
  readonly nativeLogistics?: Document;
  readonly orderRateInfo: Document;
  readonly orderInvoiceInfo?: Document;
  readonly guaranteesTerms?: Document;
  readonly tradeTerms: readonly Document[];
  readonly extAttributes: readonly Document[];
  readonly orderBizInfo?: Document;
  readonly customs?: Document;
  readonly overseasExtraAddress?: Document;
  readonly quoteList?: readonly Document[];
  readonly encryptOutOrderInfo?: Document;
  readonly fromEncryptOrder?: boolean;
  readonly overseaLogisticsInfo?: Document;
  readonly invoicingSettingModel?: Document;
  readonly outChannel?: string;
  readonly sendGoodsOverdueRisk?: string;
  readonly officialLogisticOrder?: boolean;
};

/** The document, and the notes that VV_TOOL sends beside it, such as BUYER_ENCRYPT. */
export type Order = { readonly document: OrderDocument; readonly retCodes: readonly string[] };
