// What synthetic trades are about: goods, and who carries them.

import type { PictureKind } from '../../pictures.js';

export type Product = {
  readonly title: string;
  readonly picture: PictureKind;
  readonly categoryId: number;
  readonly fewestFen: number;
  readonly mostFen: number;
  /** As sku_properties_name has them: 颜色:桔色;尺码:M */
  readonly variants: readonly string[];
};

const product = (
  picture: PictureKind,
  title: string,
  categoryId: number,
  [fewestFen, mostFen]: readonly [number, number],
  variants: readonly string[],
): Product => ({ picture, title, categoryId, fewestFen, mostFen, variants });

export const PRODUCTS: readonly Product[] = [
  product('jacket', '轻薄羽绒服女中长款连帽', 50008899, [19900, 69900], ['颜色:桔色;尺码:M', '颜色:藏青;尺码:XL']),
  product(
    'earphones',
    '真无线蓝牙耳机降噪长续航',
    50005050,
    [9900, 39900],
    ['颜色分类:曜石黑;套餐类型:官方标配', '颜色分类:云白'],
  ),
  product(
    'coffeePot',
    '手冲咖啡壶套装滤杯分享壶',
    50010825,
    [5900, 18900],
    ['容量:600ml;材质:玻璃', '容量:900ml;材质:陶瓷'],
  ),
  product('book', '儿童绘本故事书3-6岁全套', 50004806, [1990, 8990], ['册数:10册', '册数:20册;版本:精装']),
  product(
    'pillow',
    '乳胶枕头护颈椎助睡眠',
    50008779,
    [7900, 25900],
    ['规格:60*40cm;枕高:8-10cm', '规格:70*40cm;枕高:10-12cm'],
  ),
  product('fragrance', '无火香薰精油家用卧室持久', 50010099, [2990, 9990], ['香味:白茶', '香味:雪松;容量:200ml']),
  product('keyboard', '机械键盘87键热插拔', 50012307, [15900, 59900], ['轴体:茶轴;键帽:PBT', '轴体:红轴;键帽:PBT']),
];

export const CARRIERS = [
  { code: 'SF', name: '顺丰速运', prefix: 'SF' },
  { code: 'YTO', name: '圆通速递', prefix: 'YT' },
  { code: 'ZTO', name: '中通快递', prefix: '78' },
  { code: 'STO', name: '申通快递', prefix: '77' },
  { code: 'EMS', name: 'EMS', prefix: 'EA' },
] as const;
export type Carrier = (typeof CARRIERS)[number];
