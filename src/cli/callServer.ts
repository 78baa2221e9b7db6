// Calls a running server for the programs of the command line.

/** Where it is, and how it is called. */
export interface ServerAddress {
  readonly url: string;
  readonly apiKey: string | undefined;
}

/** What the person who runs the program can mend. */
export class CliError extends Error {}

/** The server of the environment; this machine's where that names none. */
export const serverOf = ({ ORDERGRAPH_URL, ORDERGRAPH_API_KEY }: NodeJS.ProcessEnv): ServerAddress => ({
  url: ORDERGRAPH_URL || 'http://127.0.0.1:4000',
  apiKey: ORDERGRAPH_API_KEY || undefined,
});

/** @throws CliError when it does not answer, or refuses. */
export async function callServer<Answer>(
  { url, apiKey }: ServerAddress,
  path: string,
  request: RequestInit & { readonly duplex?: 'half' },
): Promise<Answer> {
  const headers = { ...request.headers, ...(apiKey !== undefined && { authorization: `Bearer ${apiKey}` }) };
  const reply = await fetch(new URL(path, url), { ...request, headers }).catch((error: Error) => {
    throw new CliError(`${url}: nobody answers there (${wordFor(error.cause)})`);
  });
  const answer: unknown = await reply.json().catch(() => undefined);
  if (reply.ok && answer !== undefined) return answer as Answer;
  throw new CliError(mistakeIn(answer) ?? `${url}: answered with status ${reply.status}`);
}

const wordFor = (cause: unknown): string => (cause as NodeJS.ErrnoException | undefined)?.code ?? 'no connection';

function mistakeIn(answer: unknown): string | undefined {
  const { errors } = (answer ?? {}) as { readonly errors?: readonly { readonly message: string }[] };
  return errors?.[0]?.message;
}
