// What synthetic orders are about: goods, what is promised with them, and who carries them.

import type { PictureKind } from '../../pictures.js';

export type Product = {
  readonly name: string;
  readonly picture: PictureKind;
  readonly unit: string;
  /** 1000 when the unit is sold in thousandths. */
  readonly quantityFactor: number;
  readonly fewestFen: number;
  readonly mostFen: number;
  readonly properties: Readonly<Record<string, readonly string[]>>;
};

const COLOURS = ['白色', '黑色', '藏青', '粉色', '铅色'];
const SIZES = ['S', 'M', 'L', 'XL', '2XL'];

const goods = (
  picture: PictureKind,
  name: string,
  unit: string,
  [fewestFen, mostFen]: readonly [number, number],
  properties: Product['properties'],
  quantityFactor = 1,
): Product => ({ picture, name, unit, quantityFactor, fewestFen, mostFen, properties });

export const PRODUCTS: readonly Product[] = [
  goods('knitwear', '秋冬加厚羊毛针织衫男士圆领毛衣', '件', [4900, 16900], { 颜色: COLOURS, 尺码: SIZES }),
  goods('jeans', '女士高腰直筒牛仔裤弹力显瘦', '条', [3500, 9900], { 颜色: COLOURS, 尺码: SIZES }),
  goods('bottle', '316不锈钢保温杯大容量便携水杯', '个', [1800, 4500], {
    颜色: COLOURS,
    容量: ['500ml', '750ml', '1L'],
  }),
  goods('bubbleWrap', '加厚气泡膜快递打包防震泡沫纸', '卷', [990, 3990], { 宽度: ['30cm', '50cm', '100cm'] }),
  goods('shoes', '儿童软底防滑运动鞋透气网面', '双', [2990, 7990], { 颜色: COLOURS, 尺码: ['28', '30', '32', '34'] }),
  goods('fibre', '再生涤纶短纤维填充棉', '吨', [680000, 920000], { 规格: ['7D*64', '15D*64'] }, 1000),
  goods('fabric', '精梳全棉斜纹面料', '米', [1250, 2880], { 颜色: COLOURS, 门幅: ['150cm', '160cm'] }, 1000),
  goods('lamp', 'LED护眼台灯学习专用插电款', '箱', [12800, 46800], { 颜色: ['白色', '黑色'] }),
];

export const GUARANTEES = [
  {
    assuranceInfo: '卖家承诺买家签收货物后7天内,在“商品完好”的情形下,向买家提供退货服务。',
    assuranceType: 'qtwlybt',
    qualityAssuranceType: '7天无理由退货',
  },
  {
    assuranceInfo: '卖家承诺在买家支付成功起48小时内发货,未履行的买家可申请赔付。',
    assuranceType: 'ssbxsfh',
    qualityAssuranceType: '48小时发货',
  },
] as const;

export type Carrier = { readonly id: number; readonly code: string; readonly name: string; readonly prefix: string };

export const CARRIERS: readonly Carrier[] = [
  { id: 3, code: 'YTO', name: '圆通速递', prefix: 'YT' },
  { id: 8, code: 'ZTO', name: '中通快递', prefix: '78' },
  { id: 7, code: 'SF', name: '顺丰速运', prefix: 'SF' },
  { id: 122, code: 'YUNDA', name: '韵达快递', prefix: '43' },
  { id: 2, code: 'STO', name: '申通快递', prefix: '77' },
  { id: 1, code: 'EMS', name: '邮政EMS', prefix: 'EA' },
  { id: 107, code: 'DBKD', name: '德邦快递', prefix: 'DPK' },
];
