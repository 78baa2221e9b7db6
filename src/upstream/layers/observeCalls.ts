// Tells observers of each call to a gateway, as it begins and as it ends; without observers there is no such layer.
import { Fault, type FaultCode } from '../../common/fault.js';
import type { Layer, UpstreamCall } from '../types.js';

/** How a call ended. */
export interface CallEnd {
  /** Undefined where it was answered well; `DEFECT` is a mistake of ours. */
  readonly code: FaultCode | 'DEFECT' | undefined;
  /** Milliseconds. */
  readonly ms: number;
}

export interface CallObservation {
  /** Headers to send with the call. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly end: (end: CallEnd) => void;
}

/** Called when a call begins, once it has had its turn. */
export type CallObserver = (call: UpstreamCall) => CallObservation;

export const createObserveCalls =
  (observers: readonly CallObserver[]): Layer =>
  (next) =>
    observers.length === 0
      ? next
      : async (call) => {
          const observations = observers.map((observe) => observe(call));
          const startedAt = performance.now();
          const end = (code: CallEnd['code']): void => {
            for (const observation of observations) observation.end({ code, ms: performance.now() - startedAt });
          };
          try {
            const headers = Object.assign({}, ...observations.map((observation) => observation.headers));
            const document = await next({ ...call, headers });
            end(undefined);
            return document;
          } catch (error) {
            end(error instanceof Fault ? error.code : 'DEFECT');
            throw error;
          }
        };
