// Names that taobao.trade.fullinfo.get lists and the sample of its sister does not show.

const namesIn = (text: string): readonly string[] => text.trim().split(/\s+/);

const OF_TRADES = namesIn(`
  oaid lm stage_address_type address_details promise_service timing_promise delivery_time collect_time
  dispatch_time sign_time es_time cutoff_minutes promise_sign_time promise_collect_time priority_consign_time
  logistics_agreement buyer_open_id
  delivery_cps asdp_biz_type asdp_ads is_force_dc is_gift gifting donee_nick donee_open_uid real_receiver_open_id
  real_receiver_display_nick gov_subsidy_amount_exact gov_subsidy_amount_new net_gov_subsidy_amount
  gov_subsidy_type gov_subsidy_type_extra gov_subsidy_funds_detail gov_pay_type use_gov_subsidy use_gov_predict
  use_gov_subsidy_new gov_sn_check gov_subsidy_delivery_check gov_store oldfornew gov_main_subject payment_method
  real_post_fee refund_post_fee post_fee_type gift_post_fee_role platform_gold_subsidy cc_tax_promotion_fee
  propoint tmall_coupon_fee m_tariff_fee ypds_payment b2b_daixiao seller_flag_tag memo_operator_infos
  seller_open_uid ob_tag general_new_presell is_cycle_buy real_name_auth_status third_party_customs_declaration
  identify_info drug_register expandcard_info rt_omni_send_type rt_omni_store_id rt_omni_outer_store_id nr_shop_id
  nr_shop_name nr_store_order_id nr_store_code nr_deposit_order_id nr_shop_guide_id nr_shop_guide_name
  nr_no_handle pay_channel receipt_type receipt_rel_ids delivery_plan step_pay_details combine_logistics_details
  logistics_consign_info logistics_modify_info
`);

const OF_ORDERS = namesIn(`
  modify_address ti_modify_address_time promise_service timing_promise delivery_time collect_time dispatch_time
  sign_time es_time cutoff_minutes es_date es_range os_date os_range promise_end_time promise_sign_time promise_collect_time
  consign_due_time is_force_dc is_free_gift gift_mids has_gift need_return bundle_id bundle_out_name bundle_type
  combine_item_info gov_energy_level gov_main_subject use_gov_subsidy_new gov_subsidy_amount_new gov_sn_check
  s_tariff_fee credit_buy propoint special_refund_type distribute_status trade_fulfillment_type is_idle
  b2b_daixiao nr_outer_iid ship_info
`);

export const NEWER_OF_ORDERS: ReadonlySet<string> = new Set(OF_ORDERS);

export const NEWER_FIELDS: readonly string[] = [...OF_TRADES, ...OF_ORDERS.map((name) => `orders.${name}`)];
