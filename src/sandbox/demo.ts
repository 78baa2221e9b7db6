// The demo shops: their settings as a configuration file would hold them, and the credentials the sandbox checks.

export const VV_TOOL_ACCOUNT = { shopId: '12152545454', accessToken: 'sandbox-vv-tool-token' } as const;

export const FW199_ACCOUNT = {
  appId: 'sandbox-fw199-app',
  appSecret: 'sandbox-fw199-secret',
  sellerNick: 'b2b-1624961198',
  webSite: '1688',
} as const;

export const DAMAIJIA168_ACCOUNT = {
  accessToken: 'sandbox-damaijia168-token',
  webSite: '1688',
  edition: '1',
} as const;

export const TAOBAO_TOP_ACCOUNT = {
  appKey: '12345678',
  appSecret: 'sandbox-taobao-top-secret',
  sessionKey: 'sandbox-taobao-top-session',
  signMethod: 'hmac-sha256',
} as const;

export const ALIEXPRESS_QIMEN_ACCOUNT = {
  appKey: '12345679',
  appSecret: 'sandbox-aliexpress-qimen-secret',
  targetAppKey: '87654321',
  sellerLoginId: 'cn12343523',
  timeZone: 'America/Los_Angeles',
} as const;

export const VV_TOOL_PATH = '/tool/erps/1688get-order-info';
export const FW199_PATH = '/gateway/1688/fenxiao/trade/detail';
export const DAMAIJIA168_PATH = '/vv/external/1688get-order-info';
export const TAOBAO_TOP_PATH = '/router/rest';
export const ALIEXPRESS_QIMEN_PATH = '/router/qm';

/** What a fresh checkout serves, with every gateway at the sandbox's address. */
export const demoShops = (sandboxUrl: string) =>
  [
    {
      id: 'mill',
      name: 'Mill Knitwear',
      gateways: [{ type: 'VV_TOOL', url: `${sandboxUrl}${VV_TOOL_PATH}`, ...VV_TOOL_ACCOUNT }],
    },
    {
      id: 'buyer',
      name: 'Buyer Office',
      gateways: [{ type: 'FW199', url: `${sandboxUrl}${FW199_PATH}`, ...FW199_ACCOUNT }],
    },
    {
      id: 'depot',
      name: 'Depot Supplies',
      gateways: [{ type: 'DAMAIJIA168', url: `${sandboxUrl}${DAMAIJIA168_PATH}`, ...DAMAIJIA168_ACCOUNT }],
    },
    {
      id: 'flagship',
      name: 'Flagship Store',
      gateways: [{ type: 'TAOBAO_TOP', url: `${sandboxUrl}${TAOBAO_TOP_PATH}`, ...TAOBAO_TOP_ACCOUNT }],
    },
    {
      id: 'overseas',
      name: 'Overseas Store',
      gateways: [
        { type: 'ALIEXPRESS_QIMEN', url: `${sandboxUrl}${ALIEXPRESS_QIMEN_PATH}`, ...ALIEXPRESS_QIMEN_ACCOUNT },
      ],
    },
  ] as const;
