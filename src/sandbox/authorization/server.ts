// Plays a platform's authorization server, as strictly as the original: a page with a button, and tokens for its codes.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { send } from '../breakage.js';
import { authorizePage } from './page.js';
import { createTokenIssuer, type IssuedTokens, type TokenIssuer } from './tokens.js';

/** How one platform authorizes applications. */
export interface AuthorizationServer {
  /** The originals' own paths; that of tokens may end with the application's key. */
  readonly authorizePath: string;
  readonly tokenPath: string;
  /** Where a refresh token is renewed itself, where the platform can. */
  readonly postponePath?: string;
  /** What its page wants beside client_id, redirect_uri and state. */
  readonly pageParameters: Readonly<Record<string, string>>;
  readonly codeSeconds: number;
  readonly tokenSeconds: number;
  /** The shop's own account, and another that may be authorized by mistake. */
  readonly member: string;
  readonly otherMember: string;
  readonly refreshTokens?: Readonly<Record<string, string>>;
  /** How it answers with tokens. */
  readonly answerOf: (tokens: IssuedTokens, seconds: number) => object;
}

interface Application {
  readonly appKey: string;
  readonly appSecret: string;
}

interface Refusal {
  readonly error: string;
  readonly error_description: string;
}

const refusal = (error: string, error_description: string): Refusal => ({ error, error_description });

/** Serves it, and says which tokens it has issued. */
export function serveAuthorization(
  server: FastifyInstance,
  definition: AuthorizationServer,
  application: Application,
): TokenIssuer {
  const { authorizePath, tokenPath, pageParameters, member, otherMember, tokenSeconds } = definition;
  const issuer = createTokenIssuer({ refreshTokens: {}, ...definition });
  const members = [member, otherMember];

  function refusePage(parameters: URLSearchParams): string | undefined {
    if (parameters.get('client_id') !== application.appKey) return 'client_id is invalid';
    if (!isRegistered(parameters.get('redirect_uri'))) return 'redirect_uri is invalid';
    const wrong = Object.entries(pageParameters).find(([name, value]) => parameters.get(name) !== value);
    return wrong && `${wrong[0]} is invalid`;
  }

  server.get(authorizePath, (request, reply) => {
    const parameters = queryOf(request);
    const wrong = refusePage(parameters);
    if (wrong !== undefined) return refuse(reply, refusal('invalid_request', wrong));
    return reply.type('text/html; charset=utf-8').send(authorizePage(authorizePath, parameters, members));
  });

  // What the button sends.
  server.post(authorizePath, (request, reply) => {
    const parameters = formOf(request);
    const wrong = refusePage(parameters);
    if (wrong !== undefined) return refuse(reply, refusal('invalid_request', wrong));
    const redirectUri = parameters.get('redirect_uri') ?? '';
    const back = new URL(redirectUri);
    const chosen = parameters.get('member') ?? '';
    if (members.includes(chosen)) back.searchParams.set('code', issuer.createCode({ member: chosen, redirectUri }));
    else back.searchParams.set('error', 'access_denied');
    const state = parameters.get('state');
    if (state !== null) back.searchParams.set('state', state);
    return reply.redirect(back.href, 303);
  });

  function memberFor(form: URLSearchParams): string | Refusal {
    if (form.get('client_id') !== application.appKey || form.get('client_secret') !== application.appSecret)
      return refusal('invalid_client', 'client_id or client_secret is invalid');
    switch (form.get('grant_type')) {
      case 'authorization_code': {
        const authorized = issuer.redeemCode(form.get('code') ?? '');
        const isSame = authorized?.redirectUri === form.get('redirect_uri');
        return authorized && isSame ? authorized.member : refusal('invalid_grant', 'authorize code expire');
      }
      case 'refresh_token':
        return issuer.memberOf(form.get('refresh_token') ?? '') ?? refusal('invalid_grant', 'refresh token is invalid');
      default:
        return refusal('unsupported_grant_type', 'grant_type is invalid');
    }
  }

  const { postponePath } = definition;
  if (postponePath !== undefined)
    server.post(postponePath, (request, reply) => {
      const form = formOf(request);
      form.set('grant_type', 'refresh_token');
      const found = form.has('access_token') ? memberFor(form) : refusal('invalid_request', 'access_token is missing');
      if (typeof found !== 'string') return refuse(reply, found);
      return send(reply, definition.answerOf(issuer.issue(found), tokenSeconds));
    });

  server.post(tokenPath, (request, reply) => {
    const found = memberFor(formOf(request));
    if (typeof found !== 'string') return refuse(reply, found);
    return send(reply, definition.answerOf(issuer.issue(found), tokenSeconds));
  });
  return issuer;
}

/** An application of the sandbox is registered for this machine alone. */
function isRegistered(redirectUri: string | null): boolean {
  if (redirectUri === null || !URL.canParse(redirectUri)) return false;
  return ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(redirectUri).hostname);
}

const queryOf = ({ url }: FastifyRequest): URLSearchParams => new URLSearchParams(url.split('?').slice(1).join('?'));

const formOf = ({ body, headers }: FastifyRequest): URLSearchParams => {
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
  return new URLSearchParams(isForm && typeof body === 'string' ? body : '');
};

const refuse = (reply: FastifyReply, why: Refusal): FastifyReply => send(reply.code(400), why);
