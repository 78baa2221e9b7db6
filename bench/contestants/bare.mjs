// No framework and no GraphQL: node:http, and a function written for each question. The ceiling.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { orderOf } from './gateway.mjs';
import { money, statusOf, time } from './values.mjs';

const amountOf = (yuan) => {
  const { amount, currencyCode } = money(yuan);
  return { amount, currencyCode };
};

function oneOrder({ base_info: base, product_items: items }) {
  return {
    orderId: base.id_of_str,
    status: statusOf(base.status),
    statusCode: base.status,
    createdAt: time(base.create_time),
    modifiedAt: time(base.modify_time),
    completedAt: time(base.complete_time),
    closeReason: base.close_reason,
    totals: {
      total: money(base.total_amount),
      items: amountOf(base.sum_product_payment),
      shipping: amountOf(base.shipping_fee),
    },
    items: items.map((item) => ({
      itemId: item.sub_item_i_d_string,
      name: item.name,
      quantity: String(item.quantity),
      unitPrice: { amount: money(item.price).amount },
      status: statusOf(item.status),
    })),
  };
}

const pageOrder = ({ base_info: base, product_items: items }) => ({
  orderId: base.id_of_str,
  status: statusOf(base.status),
  createdAt: time(base.create_time),
  totals: { total: amountOf(base.total_amount) },
  items: items.map((item) => ({ name: item.name, quantity: String(item.quantity) })),
});

const line = (item) => ({
  itemId: item.sub_item_i_d_string,
  productId: String(item.product_i_d),
  name: item.name,
  quantity: String(item.quantity),
  unit: item.unit,
  unitPrice: money(item.price),
  total: money(item.item_amount),
  status: statusOf(item.status),
  createdAt: time(item.gmt_create),
});

/**
 * Every field is too many to write by hand: the order is asked for and parsed, but what goes out was made beforehand,
 * so mapping costs nothing at all.
 */
const { EVERY_FIELD } = process.env;
const prepared = EVERY_FIELD ? JSON.parse(readFileSync(EVERY_FIELD, 'utf8')) : {};
function everyField({ base_info: { id_of_str: orderId } }, shop) {
  const { platformOrder } = prepared[shop];
  return { ...prepared[shop], orderId, platformOrder: { ...platformOrder, Alibaba1688Order_numericId: orderId } };
}

const readers = {
  One: oneOrder,
  Page: pageOrder,
  LargeStatus: ({ base_info: base }) => ({ status: statusOf(base.status) }),
  LargeItems: ({ base_info: base, product_items: items }) => ({ orderId: base.id_of_str, items: items.map(line) }),
  Every: everyField,
  LargeEvery: everyField,
};

async function answer({ operationName, variables }) {
  const read = readers[operationName];
  if (variables.refs) {
    return { orders: await Promise.all(variables.refs.map(async (ref) => read(await orderOf(ref.shop, ref.orderId)))) };
  }
  return { order: read(await orderOf(variables.shop, variables.orderId), variables.shop) };
}

const server = createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const data = await answer(JSON.parse(Buffer.concat(chunks).toString()));
  const body = Buffer.from(JSON.stringify({ data }));
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/graphql`));
