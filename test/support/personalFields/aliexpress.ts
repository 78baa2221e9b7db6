// The personal fields of AliExpress's document, picked by hand from what its gateway documents.
import type { PersonalFields } from '../documents/document.js';

const MESSAGE = 'order_msg_list.tp_open_order_msg_dto[]';

export const personalAliexpress: readonly PersonalFields[] = [
  {
    NAME: `buyer_info.first_name buyer_info.last_name buyer_signer_fullname seller_signer_fullname
      receipt_address.contact_person ${MESSAGE}.sender_first_name ${MESSAGE}.sender_last_name
      ${MESSAGE}.receiver_first_name ${MESSAGE}.receiver_last_name`,
    EMAIL: 'receipt_address.contact_email',
    ID_NUMBER: 'receipt_address.tax_number receipt_address.cpf_no',
    HANDLE: 'oaid',
    PHONE: 'receipt_address.mobile_no receipt_address.phone_number receipt_address.fax_number',
    ADDRESS: `receipt_address.detail_address receipt_address.address receipt_address.address2 receipt_address.zip
      receipt_address.tAN receipt_address.nat_addr`,
    ACCOUNT: `buyer_info.login_id buyerloginid seller_operator_login_id seller_operator_aliidloginid
      ${MESSAGE}.sender_login_id ${MESSAGE}.sender_seq ${MESSAGE}.sender_admin_seq ${MESSAGE}.receiver_login_id
      ${MESSAGE}.receiver_seq ${MESSAGE}.receiver_admin_seq opr_log_dto_list.tp_operation_log_dto[].operator`,
    TEXT: `cancel_request_reason memo ${MESSAGE}.content opr_log_dto_list.tp_operation_log_dto[].memo refund_info.refund_reason
      child_order_list.tp_open_child_order_dto[].buyer_memo
      child_order_list.tp_open_child_order_dto[].refund_info.refund_reason`,
  },
];
