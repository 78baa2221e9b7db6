// The applications that call TOP and the Qimen cloud: both have their queue of messages at TOP.
import type { Gateway } from '../../order/enums.js';

export const TAOBAO_APPLICATION = { appKey: '12345678', appSecret: 'sandbox-taobao-top-secret' } as const;
export const QIMEN_APPLICATION = { appKey: '12345679', appSecret: 'sandbox-aliexpress-qimen-secret' } as const;

export interface MessageApplication {
  readonly appKey: string;
  readonly appSecret: string;
  readonly gateway: Gateway;
  /** Whose messages they are. */
  readonly userId: string;
  readonly userNick: string;
  /** Whether messages of a user come only once they are permitted, by the session of that user. */
  readonly needsPermit: boolean;
}

export const MESSAGE_APPLICATIONS: readonly MessageApplication[] = [
  { ...TAOBAO_APPLICATION, gateway: 'TAOBAO_TOP', userId: '2200612345678', userNick: '示例旗舰店', needsPermit: true },
  {
    ...QIMEN_APPLICATION,
    gateway: 'ALIEXPRESS_QIMEN',
    userId: '117253654',
    userNick: 'cn12343523',
    needsPermit: false,
  },
];
