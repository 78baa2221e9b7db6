// Where 1688 has a shop's owner authorize an application. The gateways document no host of their links.

/** Alibaba's own, and one that is reserved for examples and leads nowhere: the sandbox's. */
const OF_PLATFORM: readonly string[] = ['1688.com', 'taobao.com', 'alibaba.com', 'auth.example.com'];

/** @param domain the gateway's own */
export const authorizeHostsWith = (domain: string): readonly string[] => [domain, ...OF_PLATFORM];
