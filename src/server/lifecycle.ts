// Where the process stands between its start and its end, for whoever decides whether to send it requests.

/** Before it listens; while it takes requests; from the signal that ends it on. */
export type LifeStage = 'STARTING' | 'SERVING' | 'STOPPING';

export interface Lifecycle {
  stage: LifeStage;
}

export const createLifecycle = (stage: LifeStage): Lifecycle => ({ stage });
