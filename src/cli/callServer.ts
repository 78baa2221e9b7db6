// Calls a running server for the commands of the command line.
import { CliError } from './command.js';

/** Where it is, and how it is called. */
export interface ServerAddress {
  readonly url: string;
  readonly apiKey: string | undefined;
}

/** The server of the environment; this machine's where that names none. */
export const serverOf = ({ ORDERGRAPH_URL, ORDERGRAPH_API_KEY }: NodeJS.ProcessEnv): ServerAddress => ({
  url: ORDERGRAPH_URL || 'http://127.0.0.1:4000',
  apiKey: ORDERGRAPH_API_KEY || undefined,
});

type ServerRequest = RequestInit & { readonly duplex?: 'half' };

/** @throws CliError when it does not answer. */
export async function fetchFrom(
  { url, apiKey }: ServerAddress,
  path: string,
  request: ServerRequest,
): Promise<Response> {
  if (!URL.canParse(path, url)) throw new CliError(`${url}: is no address`);
  const headers = { ...request.headers, ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }) };
  return fetch(new URL(path, url), { ...request, headers }).catch((error: Error) => {
    throw new CliError(`${url}: nobody answers there (${wordFor(error.cause)})`);
  });
}

/** @throws CliError when it does not answer, or refuses. */
export async function callServer<Answer>(server: ServerAddress, path: string, request: ServerRequest): Promise<Answer> {
  const reply = await fetchFrom(server, path, request);
  const answer: unknown = await reply.json().catch(() => undefined);
  if (reply.ok && answer !== undefined) return answer as Answer;
  throw new CliError(mistakeIn(answer) ?? `${server.url}: answered with status ${reply.status}`);
}

const wordFor = (cause: unknown): string => (cause as NodeJS.ErrnoException | undefined)?.code ?? 'no connection';

function mistakeIn(answer: unknown): string | undefined {
  const { errors } = (answer ?? {}) as { readonly errors?: readonly { readonly message: string }[] };
  return errors?.[0]?.message;
}
