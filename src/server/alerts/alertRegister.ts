// Which alerts stand in the whole deployment: every process says what it sees, and each beginning and each end is handed to one
// of them, to be told.
import { randomUUID } from 'node:crypto';
import type { SharedTexts } from '../../common/sharedTexts.js';
import type { AlertState } from './currentAlerts.js';

/** An alert that stands, or has just ended. */
export interface StandingAlert extends AlertState {
  /** The same from its beginning to its end, in every process. */
  readonly name: string;
  readonly since: Date;
}

/** What a process sees: alerts by their names. */
type Sight = ReadonlyMap<string, AlertState>;

interface Entry {
  readonly alert: AlertState;
  /** Milliseconds. */
  readonly since: number;
  /** Processes that see it, and until when they are believed. */
  readonly seenBy: Readonly<Record<string, number>>;
}

type Entries = Readonly<Record<string, Entry>>;

/** The shared text. */
interface Register {
  /** Another where the text was lost, as Redis may lose it, and begun anew. */
  readonly epoch: string;
  readonly entries: Entries;
  /** The last write of each process, and when it was. */
  readonly writes: Readonly<Record<string, { readonly id: string; readonly at: number }>>;
}

/** A write that may have come off although its answer did not come, and what was to be told by it. */
interface PendingWrite {
  readonly id: string;
  readonly begun: Entries;
  readonly ended: Entries;
}

interface Turn {
  readonly standing: readonly StandingAlert[];
  /** What this process is to tell, and nobody else. */
  readonly begun: readonly StandingAlert[];
  readonly ended: readonly StandingAlert[];
}

/** What a process remembers of the register, whichever app asks. */
export interface AlertMemory {
  /** Names the process to the others. */
  readonly owner: string;
  /** Of the register that last answered. */
  epoch: string | undefined;
  /** What the register held when it last answered, and what began since. */
  known: Entries;
  /** What began while the register could not be reached, which this process told by itself. */
  alone: Entries;
  pending: PendingWrite | undefined;
  lookedAt: number;
  /** When it last answered. */
  heardAt: number;
}

export const createAlertMemory = (): AlertMemory => ({
  owner: randomUUID(),
  epoch: undefined,
  known: {},
  alone: {},
  pending: undefined,
  lookedAt: Number.NEGATIVE_INFINITY,
  heardAt: Number.NEGATIVE_INFINITY,
});

/**
 * How long a process is believed that says no more: it may have been killed, and another be started in its place. And how long
 * one waits for a register that cannot be reached before it tells what begins by itself.
 */
export const BELIEVED_MS = 90_000;

/** What the register is called among shared texts. */
const NAME = 'alerts';

/** Times that it is tried to write what another process may have changed meanwhile. */
const TRIES = 20;

export interface AlertRegister {
  /** Says what this process sees. It never rejects: where others cannot be asked for long, each process tells what begins. */
  readonly look: (seen: Sight, now: Date) => Promise<Turn>;
}

export function createAlertRegister(texts: SharedTexts, memory: AlertMemory): AlertRegister {
  async function exchange(seen: Sight, now: number): Promise<Turn> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const text = await texts.read(NAME);
      const before = text === undefined ? createRegister() : (JSON.parse(text) as Register);
      const { epoch } = before;
      const cameOff = memory.pending?.id === before.writes[memory.owner]?.id ? memory.pending : undefined;
      // What the same register holds no more has ended; one that was lost is told again what stood.
      const { owner, alone } = memory;
      const told = epoch === memory.epoch ? alone : memory.known;
      const { entries, ...news } = advance(before.entries, seen, { owner, alone, told }, now);
      const begun = { ...cameOff?.begun, ...news.begun };
      const ended = { ...cameOff?.ended, ...news.ended };
      if (JSON.stringify(entries) !== JSON.stringify(before.entries)) {
        const id = randomUUID();
        const writes = { ...latest(before.writes, now), [memory.owner]: { id, at: now } };
        memory.pending = { id, begun, ended };
        if (!(await texts.replace(NAME, text, JSON.stringify({ epoch, entries, writes } satisfies Register)))) {
          memory.pending = cameOff;
          continue;
        }
      }
      Object.assign(memory, { epoch, known: entries, alone: {}, pending: undefined, heardAt: now });
      return { standing: listOf(entries), begun: listOf(begun), ended: listOf(ended) };
    }
    throw new Error('Others always came first.');
  }

  /** What has ended waits until the others can be asked, who may see it still. */
  function lookAlone(seen: Sight, now: number): Turn {
    if (now - memory.heardAt < BELIEVED_MS) return { standing: listOf(memory.known), begun: [], ended: [] };
    const begun = Object.fromEntries(
      [...seen].flatMap(([name, alert]) =>
        Object.hasOwn(memory.known, name) ? [] : [[name, { alert, since: now, seenBy: {} }]],
      ),
    );
    memory.known = { ...memory.known, ...begun };
    memory.alone = { ...memory.alone, ...begun };
    return { standing: listOf(memory.known), begun: listOf(begun), ended: [] };
  }

  return {
    async look(seen, at) {
      const now = at.getTime();
      // One that was stopped for long does not know what became of it meanwhile.
      if (now - memory.lookedAt > BELIEVED_MS) Object.assign(memory, { known: {}, alone: {}, heardAt: now });
      memory.lookedAt = now;
      return exchange(seen, now).catch(() => lookAlone(seen, now));
    },
  };
}

const createRegister = (): Register => ({ epoch: randomUUID(), entries: {}, writes: {} });

interface Teller extends Pick<AlertMemory, 'owner' | 'alone'> {
  /** What was told already, although the register may not hold it. */
  readonly told: Entries;
}

/** Those of processes that may still ask for them. */
const latest = (writes: Register['writes'], now: number): Register['writes'] =>
  Object.fromEntries(Object.entries(writes).filter(([, { at }]) => now - at <= 2 * BELIEVED_MS));

/** What becomes of the register when a process says what it sees. */
function advance(before: Entries, seen: Sight, { owner, alone, told }: Teller, now: number) {
  const entries: Record<string, Entry> = {};
  const begun: Record<string, Entry> = {};
  const ended: Record<string, Entry> = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(alone), ...seen.keys()])) {
    const entry = own(before, name);
    const alert = seen.get(name);
    const others = Object.entries(entry?.seenBy ?? {}).filter(([other, until]) => other !== owner && until > now);
    const seenBy = Object.fromEntries(alert === undefined ? others : [...others, [owner, now + BELIEVED_MS]]);
    const earlier = entry ?? own(told, name);
    const current = { alert: alert ?? earlier?.alert, since: earlier?.since ?? now, seenBy } as Entry;
    if (Object.keys(seenBy).length === 0) ended[name] = current;
    else entries[name] = current;
    if (earlier === undefined) begun[name] = current;
  }
  return { entries, begun, ended };
}

const own = (entries: Entries, name: string): Entry | undefined =>
  Object.hasOwn(entries, name) ? entries[name] : undefined;

const listOf = (entries: Entries): readonly StandingAlert[] =>
  Object.entries(entries).map(([name, { alert, since }]) => ({ ...alert, name, since: new Date(since) }));
