// Real provinces, cities and districts with their division codes; the streets and numbers in them are invented.

export type Place = {
  readonly province: string;
  readonly city: string;
  readonly area: string;
  readonly areaCode: string;
  readonly town: string;
  readonly townCode: string;
  readonly zip: string;
  readonly dialling: string;
};

const place = (row: string): Place => {
  const [province = '', city = '', area = '', areaCode = '', town = '', townCode = '', zip = '', dialling = ''] =
    row.split(' ');
  return { province, city, area, areaCode, town, townCode, zip, dialling };
};

export const PLACES: readonly Place[] = [
  '浙江省 杭州市 西湖区 330106 三墩镇 330106109 310030 0571',
  '浙江省 金华市 义乌市 330782 稠城街道 330782001 322000 0579',
  '广东省 广州市 白云区 440111 三元里街道 440111001 510400 020',
  '广东省 深圳市 龙岗区 440307 坂田街道 440307008 518129 0755',
  '江苏省 苏州市 吴江区 320509 盛泽镇 320509103 215228 0512',
  '福建省 泉州市 晋江市 350582 陈埭镇 350582103 362211 0595',
  '上海 上海市 浦东新区 310115 陆家嘴街道 310115005 200120 021',
  '四川省 成都市 武侯区 510107 浆洗街街道 510107001 610041 028',
].map(place);
