// The streams by which a shop's orders are listed, and what is to be read of each next: the first fill, what was modified
// since, and sweeps through what was read already. Pure, as windows.ts is.

import type { Gateway } from '../../order/enums.js';
import type { FillStream, ListStream, OrderList, SteadyStream, Sweep } from '../../platforms/orderList.js';
import { MINUTE, SECOND } from '../../platforms/orderList.js';
import { MISSING } from '../schema/tables.js';
import { mayHalve, type NextStep, type OpenWindow, openWindow } from './windows.js';

/** What table sync calls the streams: names that begin with `list` say what the index covers. */
export const STEADY = 'list';
export const FILL = 'fill';
const SWEEP = 'sweep ';
/** What it calls the messages of a shop, and the fetching of orders one by one, which are no lists. */
export const PUSH = 'push';
export const DETAILS = 'details';

export const isSweep = (name: string): boolean => name.startsWith(SWEEP);

export type StreamRules =
  | { readonly kind: 'STEADY'; readonly name: string; readonly list: SteadyStream }
  | { readonly kind: 'FILL'; readonly name: string; readonly list: FillStream }
  | { readonly kind: 'SWEEP'; readonly name: string; readonly list: Sweep };

/** A gateway's streams, the most urgent first. */
export const streamsOf = ({
  steady,
  fill,
  sweeps,
}: Pick<OrderList, 'steady' | 'fill' | 'sweeps'>): readonly StreamRules[] => [
  { kind: 'STEADY', name: STEADY, list: steady },
  { kind: 'FILL', name: FILL, list: fill },
  ...sweeps.map((list): StreamRules => ({ kind: 'SWEEP', name: SWEEP + list.name, list })),
];

/** What is read from one beginning to one end, window by window. Milliseconds. */
interface Walk {
  /** Up to where it was read; a fill goes backward, so that the latest orders are there first. */
  readonly at: number;
  readonly end: number;
}

/** What is stored beside the columns of table sync. */
export interface Reading {
  readonly walk: Walk | undefined;
  readonly window: OpenWindow | undefined;
  /** How wide windows are at present, milliseconds. */
  readonly widthMs: number;
  /** Faults since the last page that came. */
  readonly failures: number;
  /** By which gateway it is read: a window of another's pages is begun anew. */
  readonly gateway: Gateway | undefined;
}

/** How a stream stands. */
export interface StreamState {
  /** Up to when all was read; of a fill, where it began. */
  readonly watermark: number;
  /** From when on all was read; MISSING where that is not known. */
  readonly completeSince: number;
  readonly fault: string | null;
  readonly nextAt: number;
  readonly slowUntil: number;
  readonly reading: Reading;
}

export interface StreamTimes {
  /** Milliseconds. */
  readonly now: number;
  /** From when on orders are filled in, where the settings say so. */
  readonly since: number | undefined;
  /** Up to when the steady stream has read. */
  readonly steadyUntil: number;
}

/** How a stream begins that nothing was read of. */
export function beginStream({ kind, list }: StreamRules, gateway: Gateway, { now, since }: StreamTimes): StreamState {
  const reading: Reading = { walk: undefined, window: undefined, widthMs: list.windowMs, failures: 0, gateway };
  const common = { completeSince: MISSING, fault: null, nextAt: 0, slowUntil: 0 };
  if (kind === 'STEADY') return { ...common, watermark: toSecond(now - list.lagMs), reading };
  if (kind === 'SWEEP') return { ...common, watermark: MISSING, nextAt: now + list.intervalMs, reading };
  const walk = { at: toSecond(now) + SECOND, end: since ?? toSecond(now - list.reachMs) };
  return { ...common, watermark: walk.at, completeSince: MISSING, reading: { ...reading, walk } };
}

/** How a stream goes on that another gateway of the shop is read by from now on. */
export const atGateway = ({ list }: StreamRules, gateway: Gateway, state: StreamState): StreamState =>
  state.reading.gateway === gateway
    ? state
    : { ...state, reading: { ...state.reading, window: undefined, widthMs: list.windowMs, failures: 0, gateway } };

/** The stream with a window that is to be read; undefined where there is nothing to read before its nextAt. */
export function withOpenWindow(rules: StreamRules, state: StreamState, times: StreamTimes): StreamState | undefined {
  if (state.nextAt > times.now) return undefined;
  if (state.reading.window) return state;
  const walk = state.reading.walk ?? nextWalk(rules, state, times);
  if (walk === undefined || isOver(rules, walk)) return undefined;
  const width = Math.min(state.reading.widthMs, widthNow(rules.list, state, times.now));
  const [from, to] =
    rules.kind === 'FILL'
      ? [Math.max(walk.end, walk.at - width), walk.at]
      : [walk.at, Math.min(walk.end, walk.at + width)];
  return { ...state, reading: { ...state.reading, walk, window: openWindow(rules.list, toSecond(from), to) } };
}

const isOver = ({ kind }: StreamRules, { at, end }: Walk): boolean => (kind === 'FILL' ? at <= end : at >= end);

function nextWalk({ kind, list }: StreamRules, { watermark }: StreamState, times: StreamTimes): Walk | undefined {
  if (kind === 'FILL') return undefined;
  const end = kind === 'STEADY' ? toSecond(times.now - list.lagMs) : times.steadyUntil;
  if (kind === 'STEADY' && end <= watermark) return undefined;
  return { at: toSecond(kind === 'STEADY' ? watermark - list.overlapMs : times.now - list.reachMs), end };
}

/** A gateway that throttled is asked for less at once. */
const widthNow = ({ windowMs }: ListStream, { slowUntil }: StreamState, now: number): number =>
  slowUntil > now ? Math.max(SECOND, windowMs / 2) : windowMs;

/** How the stream stands once a page of its window was recorded. */
export function afterPage(
  rules: StreamRules,
  state: StreamState,
  next: NextStep,
  { now, since }: StreamTimes,
): StreamState {
  const { reading } = state;
  const window = reading.window as OpenWindow;
  const well: StreamState = { ...state, fault: null, reading: { ...reading, failures: 0 } };
  if (next === 'TOO_LARGE') return halved(rules, well, window);
  if (next !== 'READ') return { ...well, reading: { ...well.reading, window: next } };
  return afterWindow(rules, well, window, now, since);
}

function halved({ kind, list }: StreamRules, state: StreamState, window: OpenWindow): StreamState {
  const widthMs = Math.max(SECOND, Math.floor((window.to - window.from) / 2 / SECOND) * SECOND);
  const [from, to] = kind === 'FILL' ? [window.to - widthMs, window.to] : [window.from, window.from + widthMs];
  const narrower = mayHalve(window) ? openWindow(list, from, to) : window;
  return { ...state, reading: { ...state.reading, widthMs, window: narrower } };
}

function afterWindow(
  rules: StreamRules,
  state: StreamState,
  { from, to }: OpenWindow,
  now: number,
  since: number | undefined,
): StreamState {
  const { kind, list } = rules;
  const walk = { ...(state.reading.walk as Walk), at: kind === 'FILL' ? from : to };
  // Where there were too many orders there may be fewer now.
  const widthMs = Math.min(list.windowMs, state.reading.widthMs * 2);
  const read: StreamState = { ...state, nextAt: 0, reading: { ...state.reading, walk, window: undefined, widthMs } };
  if (kind === 'FILL') {
    const end = since ?? walk.end;
    return { ...read, completeSince: Math.max(from, end), reading: { ...read.reading, walk: { ...walk, end } } };
  }
  const moved = { ...read, watermark: Math.max(read.watermark, to) };
  if (!isOver(rules, walk)) return moved;
  return { ...moved, nextAt: now + list.intervalMs, reading: { ...moved.reading, walk: undefined } };
}

/** Whether all that the list reaches has been read once. */
export const isFilled = ({ reading: { walk } }: StreamState): boolean => walk !== undefined && walk.at <= walk.end;

/** How much of the time that a first fill reaches back it has read, and how much that is; milliseconds. */
export interface FillProgress {
  readonly doneMs: number;
  readonly wholeMs: number;
}

export function fillProgressOf({ watermark, reading: { walk } }: StreamState): FillProgress | null {
  if (walk === undefined || watermark <= walk.end) return null;
  const wholeMs = watermark - walk.end;
  return { doneMs: Math.min(wholeMs, watermark - walk.at), wholeMs };
}

/** How wide and how often a gateway is asked after it throttled. */
export const SLOW_MS = 10 * MINUTE;

const toSecond = (instant: number): number => Math.floor(instant / SECOND) * SECOND;
