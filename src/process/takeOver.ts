// Takes over what the settings file says now, as far as that can be done while the process runs.
import type { EnvironmentSettings } from '../config/environment.js';
import type { AppSlot } from './currentApp.js';
import { changedInVain, withFixed } from './fixedSettings.js';
import { type Source, sourceOf } from './source.js';

/** @throws ConfigError where the settings are wrong now. */
export async function takeOver(environment: EnvironmentSettings, slot: AppSlot): Promise<void> {
  const { app, source: before } = slot.current();
  const source = await sourceOf(environment);
  tellFixed(app.log, before, source);
  await slot.replace(withFixed(before, source));
}

/** Names the settings that a new file changes in vain. */
export function tellFixed(
  log: { readonly warn: (details: object, message: string) => void },
  before: Pick<Source, 'settings'>,
  after: Pick<Source, 'settings'>,
): void {
  const settings = changedInVain(before.settings, after.settings);
  if (settings.length > 0) log.warn({ settings }, 'These settings cannot change while the process runs: start it anew');
}
