// The documented fields that carry personal data, picked by hand from the gateways' own lists: what the marks are held
// against. Paths are those of test/fixtures/wire, below the order.
import type { PersonalKind } from '../../src/order/personal.js';
import { fw199Fields, type WireField, wireFields } from './wireDocument.js';

type Fields = { readonly [kind in PersonalKind]?: string };

/** The three gateways to 1688 write one path in several ways, and each lacks some. */
const CONTACT = (contact: string): Fields => ({
  NAME: `${contact}.name ${contact}.company_name`,
  PHONE: `${contact}.phone ${contact}.mobile ${contact}.fax`,
  EMAIL: `${contact}.email`,
  ACCOUNT: `${contact}.im_in_platform`,
});

const ALIBABA_1688: readonly Fields[] = [
  CONTACT('base_info.buyer_contact'),
  CONTACT('base_info.seller_contact'),
  {
    NAME: `base_info.seller_contact.wg_sender_name base_info.receiver_info.to_full_name native_logistics.contact_person
      native_logistics.logistics_items[].no_logistics_name order_invoice_info.receive_name
      order_invoice_info.invoice_company_name`,
    PHONE: `base_info.seller_contact.wg_sender_phone base_info.receiver_info.to_mobile base_info.receiver_info.to_phone
      native_logistics.mobile native_logistics.telephone native_logistics.fax
      native_logistics.logistics_items[].from_phone native_logistics.logistics_items[].from_mobile
      native_logistics.logistics_items[].to_phone native_logistics.logistics_items[].to_mobile
      native_logistics.logistics_items[].no_logistics_tel order_invoice_info.receive_mobile
      order_invoice_info.receive_phone order_invoice_info.register_phone`,
    EMAIL: 'overseas_extra_address.email',
    ADDRESS: `base_info.receiver_info.to_area base_info.receiver_info.to_post base_info.receiver_info.to_town_code
      base_info.receiver_info.to_division_code native_logistics.address native_logistics.area native_logistics.town
      native_logistics.zip native_logistics.town_code native_logistics.area_code
      native_logistics.logistics_items[].from_address native_logistics.logistics_items[].from_post
      native_logistics.logistics_items[].from_area native_logistics.logistics_items[].to_address
      native_logistics.logistics_items[].to_post native_logistics.logistics_items[].to_area
      order_invoice_info.receive_street order_invoice_info.receive_code_text order_invoice_info.receive_code
      order_invoice_info.receive_post order_invoice_info.register_street order_invoice_info.register_code_text
      order_invoice_info.register_code encrypt_out_order_info.out_origin_address.address
      encrypt_out_order_info.out_origin_address.town.name encrypt_out_order_info.out_origin_address.area.name`,
    ID_NUMBER: 'order_invoice_info.register_account_id order_invoice_info.taxpayer_identify',
    ACCOUNT: `base_info.buyer_id base_info.buyer_user_id base_info.buyer_login_id base_info.sub_buyer_login_id
      base_info.buyer_alipay_id base_info.seller_id base_info.seller_user_id base_info.seller_login_id
      base_info.seller_alipay_id customs.buyer_id order_rate_info.buyer_rate_list[].receiver_nick
      order_rate_info.buyer_rate_list[].poster_nick order_rate_info.seller_rate_list[].receiver_nick
      order_rate_info.seller_rate_list[].poster_nick seller_rate_list[].receiver_nick seller_rate_list[].poster_nick`,
    TEXT: `base_info.buyer_feedback base_info.remark base_info.buyer_memo base_info.seller_memo base_info.close_remark
      base_info.step_order_list[].message base_info.step_order_list[].message_path
      base_info.step_order_list[].picture_path base_info.step_agreement_path
      order_rate_info.buyer_rate_list[].content order_rate_info.seller_rate_list[].content seller_rate_list[].content
      ext_attributes[].value ext_attributes[].description order_invoice_info.register_bank`,
  },
];

const TAOBAO: readonly Fields[] = [
  {
    NAME: `receiver_name seller_name invoice_name hk_china_name hk_en_name o2o_service_name o2o_guide_name
      orders.order[].car_taker`,
    PHONE: `receiver_mobile receiver_phone seller_mobile seller_phone o2o_service_mobile
      orders.order[].car_taker_phone`,
    EMAIL: 'buyer_email seller_email',
    ADDRESS: `buyer_area receiver_district receiver_town receiver_address receiver_zip o2o_service_district
      o2o_service_town o2o_service_address eticket_service_addr`,
    ID_NUMBER: `hk_card_code hk_flight_no et_plate_number orders.order[].et_plate_number
      service_orders.service_order[].et_plate_number orders.order[].car_taker_id
      orders.order[].ws_bank_apply_no`,
    BIRTHDAY: 'hk_birthday',
    ACCOUNT: `buyer_open_uid buyer_nick seller_nick buyer_alipay_no seller_alipay_no o2o_guide_id
      service_orders.service_order[].buyer_nick service_orders.service_order[].seller_nick`,
    TEXT: `buyer_memo seller_memo buyer_message trade_memo mark_desc hk_gender eticket_ext trade_attr wtt_param
      omni_attr omni_param omnichannel_param o2o_step_trade_detail_new o2o_xiaopiao o2o_contract
      trade_ext.extra_data trade_ext.ext_attributes orders.order[].item_memo orders.order[].customization
      orders.order[].order_attr orders.order[].f_term
      service_tags.logistics_tag[].logistic_service_tag_list.logistic_service_tag[].service_tag`,
  },
];

const MESSAGE = 'order_msg_list.tp_open_order_msg_dto[]';

const ALIEXPRESS: readonly Fields[] = [
  {
    NAME: `buyer_info.first_name buyer_info.last_name buyer_signer_fullname seller_signer_fullname
      receipt_address.contact_person ${MESSAGE}.sender_first_name ${MESSAGE}.sender_last_name
      ${MESSAGE}.receiver_first_name ${MESSAGE}.receiver_last_name`,
    PHONE: 'receipt_address.mobile_no receipt_address.phone_number receipt_address.fax_number',
    ADDRESS: `receipt_address.detail_address receipt_address.address receipt_address.address2 receipt_address.zip`,
    ACCOUNT: `buyer_info.login_id buyerloginid seller_operator_login_id seller_operator_aliidloginid
      ${MESSAGE}.sender_login_id ${MESSAGE}.sender_seq ${MESSAGE}.sender_admin_seq ${MESSAGE}.receiver_login_id
      ${MESSAGE}.receiver_seq ${MESSAGE}.receiver_admin_seq opr_log_dto_list.tp_operation_log_dto[].operator`,
    TEXT: `memo ${MESSAGE}.content opr_log_dto_list.tp_operation_log_dto[].memo refund_info.refund_reason
      child_order_list.tp_open_child_order_dto[].buyer_memo
      child_order_list.tp_open_child_order_dto[].refund_info.refund_reason`,
  },
];

const ORDER_ID = '2198111437768747370';
const SHORT_ID = '2198111437768747';
const TRADE = 'trade_fullinfo_get_customization_response.trade.';

export interface PersonalCase {
  /** As in GATEWAYS. */
  readonly type: string;
  readonly orderId: string;
  /** Where the order stands in a reply. */
  readonly below: string;
  readonly documented: readonly WireField[];
  /** What a good reply needs. */
  readonly fixed: Readonly<Record<string, unknown>>;
  readonly personal: readonly Fields[];
}

export const PERSONAL: readonly PersonalCase[] = [
  {
    type: 'VV_TOOL',
    orderId: ORDER_ID,
    below: 'data.result.',
    documented: wireFields('1688-vv-tool'),
    fixed: { code: 0, 'data.success': 'true', 'data.result.base_info.id_of_str': ORDER_ID },
    personal: ALIBABA_1688,
  },
  {
    type: 'FW199',
    orderId: ORDER_ID,
    below: 'data.result.',
    documented: fw199Fields(),
    fixed: { code: 0, 'data.success': 'true', 'data.result.baseInfo.idOfStr': ORDER_ID },
    personal: ALIBABA_1688,
  },
  {
    type: 'DAMAIJIA168',
    orderId: ORDER_ID,
    below: 'data.result.',
    documented: wireFields('1688-damaijia168'),
    fixed: { status: 0, 'data.result.base_info.id_of_str': ORDER_ID },
    personal: ALIBABA_1688,
  },
  {
    type: 'TAOBAO_TOP',
    orderId: SHORT_ID,
    below: TRADE,
    documented: wireFields('taobao-top'),
    fixed: {
      [`${TRADE}tid`]: Number(SHORT_ID),
      [`${TRADE}hk_flight_date`]: '2014-12-01 15:50',
      [`${TRADE}o2o_step_trade_detail`]: '3_1_100_paid',
    },
    personal: TAOBAO,
  },
  {
    type: 'ALIEXPRESS_QIMEN',
    orderId: SHORT_ID,
    below: 'result.',
    documented: wireFields('aliexpress-qimen'),
    fixed: { 'result.id': Number(SHORT_ID), result_success: true },
    personal: ALIEXPRESS,
  },
];

const folded = (path: string): string => path.replaceAll('_', '').toLowerCase();

/** The personal fields that a gateway documents, as it writes them. */
export function personalFieldsOf({ personal, documented, below }: PersonalCase) {
  const kinds = new Map<string, PersonalKind>();
  for (const fields of personal)
    for (const [kind, paths] of Object.entries(fields))
      for (const path of paths.split(/\s+/)) kinds.set(folded(path), kind as PersonalKind);
  return documented.flatMap((field) => {
    const kind = field.path.startsWith(below) ? kinds.get(folded(field.path.slice(below.length))) : undefined;
    return kind === undefined ? [] : [{ ...field, kind }];
  });
}

/** All of them by name, of whichever gateway of the platform. */
export const namesIn = ({ personal }: PersonalCase): readonly string[] =>
  personal.flatMap((fields) => Object.values(fields).flatMap((paths) => paths.split(/\s+/).map(folded)));

export const foldedPath = ({ below }: PersonalCase, path: string): string => folded(path.slice(below.length));
