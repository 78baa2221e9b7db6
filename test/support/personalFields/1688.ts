// The personal fields of 1688's document, picked by hand from what its gateways document.
import type { PersonalFields } from '../documents/document.js';

const contactFields = (contact: string): PersonalFields => ({
  NAME: `${contact}.name ${contact}.company_name`,
  PHONE: `${contact}.phone ${contact}.mobile ${contact}.fax`,
  EMAIL: `${contact}.email`,
  ACCOUNT: `${contact}.im_in_platform`,
});

/** The gateways write one path in several ways, and each lacks some. */
export const personal1688: readonly PersonalFields[] = [
  contactFields('base_info.buyer_contact'),
  contactFields('base_info.seller_contact'),
  {
    NAME: 'oversea_logistics_info.overseas_transport_user_addr_info.warehouse_contact_name',
    PHONE: `oversea_logistics_info.overseas_transport_user_addr_info.mobile
      oversea_logistics_info.overseas_transport_user_addr_info.fixed_phone`,
    ADDRESS: `oversea_logistics_info.overseas_transport_user_addr_info.post_code
      oversea_logistics_info.overseas_transport_user_addr_info.area_name
      oversea_logistics_info.overseas_transport_user_addr_info.address_detail
      encrypt_out_order_info.out_origin_address.post_code encrypt_out_order_info.out_origin_address.area.code
      encrypt_out_order_info.out_origin_address.town.code`,
    ACCOUNT: 'base_info.buyer_open_uid base_info.buyer_sub_open_uid order_biz_info.erp_buyer_user_id',
    HANDLE: `encrypt_out_order_info.encrypt_receiver_name encrypt_out_order_info.encrypt_receiver_mobile
      encrypt_out_order_info.encrypt_receiver_address`,
    TEXT: `product_items[].ext_attributes[].value product_items[].ext_attributes[].description
      encrypt_out_order_info.out_patform_extra_info`,
  },
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
    HANDLE: 'base_info.ccid native_logistics.caid encrypt_out_order_info.oaid',
    TEXT: `base_info.buyer_feedback base_info.remark base_info.buyer_memo base_info.seller_memo base_info.close_remark
      base_info.step_order_list[].message base_info.step_order_list[].message_path
      base_info.step_order_list[].picture_path base_info.step_agreement_path
      order_rate_info.buyer_rate_list[].content order_rate_info.seller_rate_list[].content seller_rate_list[].content
      ext_attributes[].value ext_attributes[].description order_invoice_info.register_bank`,
  },
];
