// Where an AliExpress order has its child orders.

export const CHILD_ORDERS = 'child_order_list[tp_open_child_order_dto]';
