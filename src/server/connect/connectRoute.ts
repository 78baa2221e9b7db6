// Connecting a shop: GET /connect/SHOP leads to its platform's page, GET /connect/callback is where that leads back to, and
// POST /connect/SHOP makes a link for somebody who has no key.
import type { FastifyInstance, FastifyReply, FastifyRequest, onResponseHookHandler } from 'fastify';
import type { Authenticate } from '../../auth/authentication.js';
import { type Caller, requireScope } from '../../auth/caller.js';
import type { Clock } from '../../common/clock.js';
import { Fault } from '../../common/fault.js';
import { type Connectable, createConnections, STATE_MS, type Visitor } from '../../credentials/connections.js';
import { CALLBACK_PATH, CONNECT_PATH, connectUrl } from '../../credentials/connectUrl.js';
import type { GatewayTokens } from '../../credentials/gatewayTokens.js';
import type { Credentials } from '../../credentials/index.js';
import type { Shops } from '../../upstream/types.js';
import { preferredType } from '../accept.js';
import type { Identify } from '../authenticate.js';
import { refuseRequest, statusOf } from '../errors.js';
import { languageFor } from './language.js';
import { connectedPage, refusedPage } from './page.js';

export interface ConnectRouteOptions {
  readonly shops: Shops;
  readonly credentials: Pick<Credentials, 'store' | 'isShared'>;
  readonly publicUrl: string;
  readonly now: Clock;
  /** How many processes of this machine answer together. */
  readonly workers: number;
  readonly identify: Identify;
  readonly authenticate: Authenticate;
  readonly onResponse: onResponseHookHandler | undefined;
}

/** Of a shop that can be connected. */
interface Target extends Connectable {
  readonly shopName: string;
  readonly tokens: GatewayTokens;
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A parameter that is there once; whatever else is sent is none. */
const parameter = ({ query }: FastifyRequest, name: string): string | undefined => {
  const value = (query as Query)[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Nothing is loaded, sent or framed, and nobody is told the address. */
const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const;

const sendPage = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  reply.code(status).headers(PAGE_HEADERS).send(page);

export async function connectRoute(app: FastifyInstance, options: ConnectRouteOptions): Promise<void> {
  const { shops, credentials, publicUrl, now, workers, identify, authenticate, onResponse } = options;
  const { store, isShared } = credentials;
  const connections = createConnections({ store, publicUrl, now, isRemembered: isShared || workers === 1 });
  const isSecure = publicUrl.startsWith('https:');
  const hooks = { exposeHeadRoute: false, ...(onResponse && { onResponse }) };

  /** @throws Fault where the shop is not known, or cannot be connected. */
  function targetOf(request: FastifyRequest): Target {
    const { shop } = request.params as { readonly shop: string };
    const wanted = parameter(request, 'gateway');
    const found = shops.get(shop);
    if (found === undefined) throw new Fault('SHOP_NOT_FOUND', `There is no shop ${shop}.`);
    for (const { compiled, tokens } of found.gateways) {
      const { type: gateway } = compiled.definition;
      if (tokens && (wanted === undefined || wanted === gateway))
        return { shop, gateway, shopName: found.shop.name, tokens };
    }
    throw new Fault('BAD_USER_INPUT', 'This shop has no such gateway that can be connected.');
  }

  /** @throws Fault where the caller may not connect the shop. */
  function requireConnecting(caller: Caller, request: FastifyRequest): void {
    const { shop } = request.params as { readonly shop: string };
    requireScope(caller, 'shops:connect', { shop });
    if (!caller.mayAccess(shop)) throw new Fault('SHOP_NOT_FOUND', `There is no shop ${shop}.`);
  }

  /** The name of who begins: a caller, or whoever made the link. */
  async function beginnerOf(request: FastifyRequest, target: Target): Promise<string> {
    const link = parameter(request, 'link');
    if (link === undefined) {
      requireConnecting(request.caller, request);
      return request.caller.name;
    }
    const maker = await connections.redeemLink(target, link);
    if (maker === undefined) throw new Fault('FORBIDDEN', 'This link has been used already, or is over.');
    return maker;
  }

  app.get(`${CONNECT_PATH}/:shop`, {
    ...hooks,
    onRequest: (request, reply, done) =>
      parameter(request, 'link') === undefined ? identify(request, reply, done) : done(),
    errorHandler: (error, request, reply) => refuse(error as Fault, request, reply),
    async handler(request, reply) {
      if (parameter(request, 'link') === undefined) requireConnecting(request.caller, request);
      const target = targetOf(request);
      const beginner = await beginnerOf(request, target);
      const { location, nonce, nonceName } = await connections.begin(target, target.tokens, beginner);
      return reply
        .header('set-cookie', cookieOf(nonceName, nonce, STATE_MS / 1000, isSecure))
        .header('referrer-policy', 'no-referrer')
        .header('cache-control', 'no-store')
        .redirect(location, 302);
    },
  });

  app.post(`${CONNECT_PATH}/:shop`, {
    ...hooks,
    onRequest: identify,
    async handler(request) {
      requireConnecting(request.caller, request);
      const { shop, gateway } = targetOf(request);
      const { secret, expiresAt } = await connections.createLink({ shop, gateway }, request.caller.name);
      const url = new URL(connectUrl(publicUrl, shop, gateway));
      url.searchParams.set('link', secret);
      return { url: url.href, expiresAt: expiresAt.toISOString() };
    },
  });

  /** Who is back: the caller that the headers name; else the browser, or whoever is let in without a name. */
  async function visitorOf(request: FastifyRequest, nonceName: string): Promise<Visitor> {
    const nonce = cookiesIn(request.headers.cookie).get(nonceName);
    const isNamed = request.headers.authorization !== undefined;
    if (!isNamed && nonce !== undefined) return { caller: undefined, nonce };
    try {
      const caller = await authenticate(request.headers, () => {});
      requireScope(caller, 'shops:connect');
      return { caller: caller.name, nonce };
    } catch (error) {
      if (isNamed || !(error instanceof Fault)) throw error;
      return { caller: undefined, nonce };
    }
  }

  app.get(CALLBACK_PATH, {
    ...hooks,
    errorHandler: (error, request, reply) => refuse(error as Fault, request, reply, true),
    async handler(request, reply) {
      const [state, code] = [parameter(request, 'state'), parameter(request, 'code')];
      if (state === undefined) throw new Fault('BAD_USER_INPUT', 'This address is for platforms to lead back to.');
      const visitor = await visitorOf(request, connections.nonceNameOf(state));
      const { shop, gateway, caller } = await connections.end(state, visitor);
      reply.header('set-cookie', cookieOf(connections.nonceNameOf(state), '', 0, isSecure));
      const found = shops.get(shop)?.gateways.find(({ compiled }) => compiled.definition.type === gateway);
      const about = { shop, gateway, caller, requestId: request.id };
      try {
        if (code === undefined || found?.tokens === undefined)
          throw new Fault('SHOP_NOT_AUTHORIZED', 'The shop’s owner did not authorize the application.');
        await found.tokens.connect({ code, redirectUri: connections.redirectUri });
      } catch (error) {
        if (error instanceof Fault) request.log.warn({ ...about, code: error.code }, 'The shop was not connected');
        throw error;
      }
      request.log.info(about, 'The shop was connected');
      const shopName = shops.get(shop)?.shop.name ?? shop;
      const { tokens } = found;
      const connection = { shopName, gateway, authorization: tokens.authorization(), isRenewed: tokens.isRenewed() };
      return sendPage(reply, 200, connectedPage(languageFor(request.headers['accept-language']), connection));
    },
  });
}

/** Browsers are answered with a page, others with what clients of the API read. */
function refuse(error: Fault, request: FastifyRequest, reply: FastifyReply, isPage = false): FastifyReply {
  const isForPeople = isPage || preferredType(request.headers.accept) === 'text/html';
  if (!isForPeople || !(error instanceof Fault)) return refuseRequest(error, reply);
  const { code, message } = error;
  const language = languageFor(request.headers['accept-language']);
  // A platform's own words may be of what was sent to it.
  const words = error.origin === 'gateway' && error.details.upstreamMessage !== undefined ? '' : message;
  return sendPage(reply, statusOf(error), refusedPage(language, code, words));
}

/** For the way back from the platform alone, which is a plain link: no script of any page reads it. */
const cookieOf = (name: string, value: string, seconds: number, isSecure: boolean): string =>
  `${name}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;

const cookiesIn = (header = ''): ReadonlyMap<string, string> =>
  new Map(
    header.split(';').map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
