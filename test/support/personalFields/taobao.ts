// The personal fields of Taobao's document, picked by hand from what its gateway documents.
import type { PersonalFields } from '../documents/document.js';

const STAGE = 'address_details.address_detail[]';
const PLAN = 'delivery_plan.delivery_plan[]';
const SENT_FROM = 'logistics_infos.logistics_info[]';

export const personalTaobao: readonly PersonalFields[] = [
  {
    NAME: `nr_shop_guide_name ${STAGE}.contact_name ${PLAN}.receiver_name`,
    PHONE: `${STAGE}.telephone ${PLAN}.receiver_mobile ${PLAN}.receiver_phone ${PLAN}.privacy_num`,
    EMAIL: 'service_orders.service_order[].apple_care_email',
    ADDRESS: `${STAGE}.area ${STAGE}.division_code ${STAGE}.detailed_address ${PLAN}.receiver_district
      ${PLAN}.receiver_town ${PLAN}.receiver_address ${SENT_FROM}.send_district ${SENT_FROM}.send_town
      ${SENT_FROM}.send_division_code`,
    ACCOUNT: `donee_nick donee_open_uid real_receiver_open_id real_receiver_display_nick nr_shop_guide_id
      seller_open_uid memo_operator_infos.memo_operator_info[].operator_id
      memo_operator_infos.memo_operator_info[].operator_nick`,
    HANDLE: `oaid ${PLAN}.oaid`,
    TEXT: `seller_flag_tag identify_info logistics_modify_info.logistics_modify_info[].modify_reason`,
  },
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
    HANDLE: 'acookie_id',
    TEXT: `buyer_memo seller_memo buyer_message trade_memo mark_desc hk_gender eticket_ext trade_attr wtt_param
      omni_attr omni_param omnichannel_param o2o_step_trade_detail_new o2o_xiaopiao o2o_contract
      trade_ext.extra_data trade_ext.ext_attributes orders.order[].item_memo orders.order[].customization
      orders.order[].order_attr orders.order[].f_term
      service_tags.logistics_tag[].logistic_service_tag_list.logistic_service_tag[].service_tag`,
  },
];
