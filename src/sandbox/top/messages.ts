// TOP's messages: an application's queue, taken from and confirmed, and the topics that a user permits.
import { writeJson } from '../../common/json.js';
import { plainTime } from '../invented/times.js';
import type { LedgerMessages } from '../ledger/messages.js';
import { MESSAGE_APPLICATIONS, type MessageApplication } from './applications.js';
import { type Call, isRefusal, refuseCall } from './call.js';
import { INVALID_SESSION, invalidArgument, missing, missingArgument, type Refusal } from './refusal.js';

const PREFIX = 'taobao.tmc.';

const MOST_CONFIRMED = 200;

export const isMessageCall = (call: Call): boolean => call.get('method')?.startsWith(PREFIX) === true;

type Method = (call: Call, application: MessageApplication, requestId: string) => unknown | Refusal;

/**
 * Answers calls about messages.
 * @param isSession whether a session key is a user's
 */
export function createMessageMethods(
  messages: LedgerMessages,
  now: () => number,
  isSession: (key: string) => boolean,
): (call: Call, requestId: string) => unknown | Refusal {
  const topics = new Map<string, ReadonlySet<string>>();

  const isTold = ({ gateway, needsPermit }: MessageApplication, topic: string): boolean =>
    needsPermit ? (topics.get(gateway)?.has(topic) ?? false) : true;

  const methods: Readonly<Record<string, Method>> = {
    'messages.consume'(call, application, request_id) {
      const quantity = Number(call.get('quantity') ?? 100);
      if (!Number.isInteger(quantity) || quantity < 10 || quantity > 200)
        return invalidArgument('quantity', 'quantity must be between 10 and 200');
      const waiting = messages.get(application.gateway)?.waiting() ?? [];
      const taken = waiting.filter(({ topic }) => isTold(application, topic)).slice(0, quantity);
      const tmc_message = taken.map(({ id, topic, content, at }) => ({
        id: BigInt(id),
        topic,
        content: writeJson(content),
        user_id: BigInt(application.userId),
        user_nick: application.userNick,
        pub_time: plainTime(at),
        pub_app_key: application.appKey,
      }));
      const found = tmc_message.length > 0 ? { messages: { tmc_message } } : {};
      return { tmc_messages_consume_response: { ...found, request_id } };
    },
    'messages.confirm'(call, application, request_id) {
      const ids = call.get('s_message_ids')?.split(',');
      if (!ids) return missingArgument('s_message_ids');
      if (ids.length > MOST_CONFIRMED) return invalidArgument('s_message_ids', 'at most 200');
      messages.get(application.gateway)?.confirm(ids);
      return { tmc_messages_confirm_response: { is_success: true, request_id } };
    },
    'user.permit'(call, application, request_id) {
      const session = call.get('session');
      if (!session) return missing(26, 'session');
      if (!isSession(session)) return INVALID_SESSION;
      const named = call.get('topics');
      // Topics that were permitted before and are not named are permitted no more.
      if (named) topics.set(application.gateway, new Set(named.split(',')));
      return { tmc_user_permit_response: { is_success: true, request_id } };
    },
  };

  return (call, requestId) => {
    const application = MESSAGE_APPLICATIONS.find(({ appKey }) => appKey === call.get('app_key'));
    const known = Object.keys(methods).map((name) => `${PREFIX}${name}`);
    const [first] = MESSAGE_APPLICATIONS;
    const refused = refuseCall(call, known, application ?? (first as MessageApplication), now);
    if (isRefusal(refused) || !application) return refused;
    return methods[(call.get('method') ?? '').slice(PREFIX.length)]?.(call, application, requestId);
  };
}
