// Taobao: presents among the lines, sets that lines are made up of, and trades that are a present to somebody.

import { leaf } from '../../../mapping/fieldTypes.js';
import { bool, decimal, id, int, text } from '../../../mapping/leaves.js';
import { parts, platformType } from '../../../mapping/platformType.js';
import { personal } from '../../../order/personal.js';
import { COMMA_LIST } from '../codecs.js';

const Component = platformType('TaobaoBundlePart', 'A product that a line is made up of.', {
  productId: id('item_id', 'The product.'),
  skuId: id('sku_id', 'The variant.'),
  name: text('item_name', 'Its name.'),
  options: text('sku_title', 'The chosen options in words.'),
  quantity: decimal('quantity', 'How many, in one of the line.'),
  productCode: text('outer_iid', 'The seller’s own code of the product.'),
  skuCode: text('outer_sku_id', 'The seller’s own code of the variant.'),
  originalPrice: decimal('origin_fee', 'Its price by itself; unit undocumented, as sent.'),
  bundlePrice: decimal('combine_sub_item_fee', 'Its price in the set; unit undocumented, as sent.'),
  isMain: bool('ismain', 'Whether it is the set’s main product.'),
  expectedShipping: text('estcon_time', 'When it is expected to ship: a day, or days after payment.'),
});

export const LineSet = platformType('TaobaoLineSet', 'Presents and sets: what a line stands for.', {
  isGift: bool('is_free_gift', 'Whether it is a present.'),
  hasGifts: bool('has_gift', 'Whether presents come with it.'),
  relatedIdsText: text('gift_mids', 'Of a line with presents their lines, of a present its line, as sent.'),
  relatedIds: leaf(COMMA_LIST, 'gift_mids', 'The same as a list: ProductItem.itemId.'),
  isToBeReturned: bool('need_return', 'Whether a present goes back with what it came with; nothing counts as true.'),
  bundleId: id('bundle_id', 'The set it was bought in.'),
  bundleName: text('bundle_out_name', 'Name of that set.'),
  bundleTypeCode: int('bundle_type', '1 a set of a campaign, 2 a set for a group of buyers.'),
  components: parts('combine_item_info[combine_sub_item_do]', Component, 'What it is made up of.'),
});

export const Present = platformType('TaobaoPresent', 'A trade that is a present to somebody.', {
  isGift: bool('is_gift', 'Whether it is a present.'),
  giftingCode: text('gifting', '1: it is a present.'),
  doneeNick: text('donee_nick', 'Who is given it: nick.', personal('ACCOUNT')),
  doneeOpenUid: text('donee_open_uid', 'Who is given it: open uid.', personal('ACCOUNT')),
  receiverOpenId: text('real_receiver_open_id', 'Who really receives it: open id.', personal('ACCOUNT')),
  receiverNick: text('real_receiver_display_nick', 'Who really receives it: nick.', personal('ACCOUNT')),
});
