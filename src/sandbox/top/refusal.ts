// Why TOP or the Qimen cloud refuses a call before any order is looked at: the platform's own codes, in its own words.

export type Refusal = {
  /** TOP's JSON has a number; some of its hosts have sent the same digits as a string. */
  readonly code: number | string;
  readonly msg: string;
  readonly sub_code?: string;
  readonly sub_msg?: string;
};

export const missing = (code: number, what: string): Refusal => ({ code, msg: `Missing ${what}` });
export const invalid = (code: number, what: string): Refusal => ({ code, msg: `Invalid ${what}` });

export const missingArgument = (name: string): Refusal => ({
  code: 40,
  msg: `Missing required arguments:${name}`,
  sub_code: `isv.missing-parameter:${name}`,
  sub_msg: `缺少必选参数:${name}`,
});

export const invalidArgument = (name: string, why: string): Refusal => ({
  code: 41,
  msg: `Invalid arguments:${name}`,
  sub_code: `isv.invalid-parameter:${name}`,
  sub_msg: why,
});

export const INVALID_SESSION: Refusal = {
  code: 27,
  msg: 'Invalid session',
  sub_code: 'isv.invalid-sessionkey',
  sub_msg: 'SessionKey非法',
};

export const INVALID_APP_KEY: Refusal = { code: 29, msg: 'Invalid app Key', sub_code: 'isv.appkey-not-exists' };

/** With a short ban. */
export const TOO_OFTEN: Refusal = {
  code: 7,
  msg: 'App Call Limited',
  sub_code: 'accesscontrol.limited-by-app-api-access-count',
  sub_msg: 'This ban will last for 1 more seconds',
};

/** The system codes, by a number to name each with; 7 stands here twice, with a short ban and a long one. */
export const SYSTEM_REFUSALS: Readonly<Record<string, Refusal>> = {
  '007': TOO_OFTEN,
  '008': {
    code: 7,
    msg: 'App Call Limited',
    sub_code: 'accesscontrol.limited-by-api-access-count',
    sub_msg: 'This ban will last for 31062 more seconds',
  },
  '010': { code: 10, msg: 'Service Currently Unavailable' },
  '015': { code: 15, msg: 'Remote service error' },
  '021': missing(21, 'method'),
  '022': invalid(22, 'method'),
  '023': invalid(23, 'format'),
  '024': missing(24, 'signature'),
  '025': invalid(25, 'signature'),
  '026': missing(26, 'session'),
  '027': INVALID_SESSION,
  '028': missing(28, 'app key'),
  '029': INVALID_APP_KEY,
  '030': missing(30, 'timestamp'),
  '031': invalid(31, 'timestamp'),
  '040': missingArgument('fields'),
  '041': invalidArgument('fields', 'invalid field: everything'),
};

/** The same refusal with its code as a string of digits. */
export const withTextCode = (refusal: Refusal): Refusal => ({ ...refusal, code: String(refusal.code) });
