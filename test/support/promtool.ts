// Prometheus's own checks, by its promtool.
import { spawnSync } from 'node:child_process';

const { PROMTOOL: path = 'promtool' } = process.env;

interface Check {
  readonly status: number | null;
  /** All that it said. */
  readonly text: string;
}

/** @throws Error where there is no promtool. */
export function promtool(parameters: readonly string[], input = ''): Check {
  const { error, status, stdout, stderr } = spawnSync(path, parameters, { input, encoding: 'utf8' });
  if (error) throw new Error(`There is no ${path}: install Prometheus, or name its promtool in PROMTOOL.`);
  return { status, text: stdout + stderr };
}
