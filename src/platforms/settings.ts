// Reads settings that may name any gateway there is.
import { loadSettings as load, parseSettings as parse, type Settings } from '../config/index.js';
import type { Environment } from '../config/placeholders.js';
import { settingsClasses } from './index.js';

/** As in config, with every gateway known. */
export const parseSettings = (text: string, environment: Environment): Settings =>
  parse(text, environment, settingsClasses);

/** As in config, with every gateway known. */
export const loadSettings = (source: { readonly path: string; readonly environment: Environment }): Settings =>
  load({ ...source, gateways: settingsClasses });
