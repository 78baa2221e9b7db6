// The commands of the command line: a new one adds its row here.
import type { Command } from '../command.js';
import { check } from './check.js';
import { connect } from './connect.js';
import { importOrders } from './import.js';
import { key } from './key.js';
import { migrate } from './migrate.js';
import { query } from './query.js';
import { record } from './record.js';
import { sandbox } from './sandbox.js';
import { serve } from './serve.js';
import { version } from './version.js';

export const commands: readonly Command[] = [
  serve,
  check,
  query,
  key,
  importOrders,
  connect,
  sandbox,
  record,
  migrate,
  version,
];

export const findCommand = (name: string): Command | undefined => commands.find((command) => command.name === name);
