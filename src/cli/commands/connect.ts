// `ordergraph connect SHOP`: makes a link by which the owner of a shop can authorize its gateway, once.
import { callServer, serverOf } from '../callServer.js';
import { type Command, EXIT } from '../command.js';
import type { Words } from '../language.js';
import { apiKeyWith, ORDERGRAPH_URL } from '../variables.js';

interface Link {
  readonly url: string;
  readonly expiresAt: string;
}

export const connect: Command = {
  name: 'connect',
  summary: {
    en: 'Makes a link with which the owner of a shop authorizes its gateway',
    zh: '生成链接，供店主授权网关',
  },
  operands: 'SHOP [GATEWAY]',
  count: [1, 2],
  options: {},
  details: {
    en: `It leads to the page of the platform where the owner authorizes the application, works once, and ends after an hour.
GATEWAY is a type such as TAOBAO_TOP; without one the first of the shop's that can be connected.

The server needs publicUrl in its settings: the address by which the owner's browser reaches it.`,
    zh: `链接通往平台的授权页面，只能用一次，一小时后失效。GATEWAY 为网关类型，如 TAOBAO_TOP；不写则取该店铺第一个可授权的网关。

服务的配置中须有 publicUrl：店主的浏览器访问服务所用的地址。`,
  },
  variables: { ORDERGRAPH_URL, ORDERGRAPH_API_KEY: apiKeyWith('shops:connect') },
  async run({ positionals: [shop = '', gateway] }, { environment, language, output }) {
    const search = gateway === undefined ? '' : `?${new URLSearchParams({ gateway })}`;
    const path = `/connect/${encodeURIComponent(shop)}${search}`;
    const { url, expiresAt } = await callServer<Link>(serverOf(environment), path, { method: 'POST' });
    output.write(`${url}\n${validity(expiresAt)[language]}\n`);
    return EXIT.DONE;
  },
};

const validity = (until: string): Words => ({
  en: `It works once, until ${until}.`,
  zh: `只能使用一次，有效期至 ${until}。`,
});
