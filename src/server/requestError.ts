// Why a request goes no further, where that has nothing to do with orders: its form is wrong.

/** Answered with its status, its words and these headers. */
export class RequestError extends Error {
  constructor(
    readonly statusCode: number,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}
