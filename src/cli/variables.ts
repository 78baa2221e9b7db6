// Environment variables that several commands read, as their helps say them.
import type { Words } from './language.js';

export const ORDERGRAPH_URL: Words = {
  en: 'where the server answers; http://127.0.0.1:4000 when it is not set',
  zh: '服务地址，默认 http://127.0.0.1:4000',
};

/** @param scope what the key has to be allowed */
export const apiKeyWith = (scope: string): Words => ({
  en: `a key with the scope ${scope}, where the server wants one`,
  zh: `服务要求密钥时，带有 ${scope} 权限的密钥`,
});

export const ORDERGRAPH_CONFIG: Words = {
  en: 'the settings file (YAML); none: the sandbox',
  zh: '配置文件（YAML）；不设置则启动沙箱',
};

export const DATABASE_URL: Words = {
  en: 'a PostgreSQL database for the order index; none: a file beside the settings file',
  zh: '订单索引所用的 PostgreSQL；不设置则用配置文件旁的文件',
};

export const REDIS_URL: Words = {
  en: 'a Redis that replicas share; none: no Redis',
  zh: '各副本共用的 Redis；默认不用',
};
