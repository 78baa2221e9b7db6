// Prometheus's own checks, by its promtool. Where that is not installed, tests with it are skipped, and their titles say so.
import { spawnSync } from 'node:child_process';
import { test } from '@jest/globals';

const isInstalled = spawnSync('promtool', ['--version']).status === 0;

/** A test that needs promtool. */
export const testWithPromtool: (title: string, run: () => void | Promise<void>) => void = isInstalled
  ? (title, run) => test(title, run)
  : (title, run) => test.skip(`${title} (skipped: promtool is not installed)`, run);

interface Check {
  readonly status: number | null;
  /** All that it said. */
  readonly text: string;
}

export function promtool(parameters: readonly string[], input = ''): Check {
  const { status, stdout, stderr } = spawnSync('promtool', parameters, { input, encoding: 'utf8' });
  return { status, text: stdout + stderr };
}
