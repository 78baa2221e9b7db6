// The codes and words of vv-tool's and damaijia168's own tables, and what each means.

export const REFUSALS_1688: readonly (readonly [code: number, message: string, fault: string, retryable: boolean])[] = [
  [100, '请求参数错误', 'UPSTREAM_BAD_REQUEST', false],
  [101, '请求超时,请重试', 'UPSTREAM_TIMEOUT', true],
  [103, '旺旺账号不存在', 'SHOP_NOT_FOUND', false],
  [200, '系统错误,请联系客服', 'UPSTREAM_UNAVAILABLE', true],
  [203, '暂不支持当前接口', 'API_NOT_ENTITLED', false],
  [204, '请求异常:无该接口权限,请前往官网开通正式接口。', 'API_NOT_ENTITLED', false],
  [204, '请求异常:API 调用次数不足,请前往网站兑换次数。', 'QUOTA_EXHAUSTED', false],
  [204, '请求异常:API调用次数不足,请前往网站兑换次数。', 'QUOTA_EXHAUSTED', false],
  [302, '未授权店铺', 'SHOP_NOT_AUTHORIZED', false],
  [100, '请求参数错误:订单不存在', 'ORDER_NOT_FOUND', false],
];
