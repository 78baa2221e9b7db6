// Chinese and English: the browser's at first, then the one that was chosen.
import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readStored, writeStored } from '../api/stored.js';
import en from './en.json';
import zh from './zh.json';

const NAME = 'ordergraph.language';

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

const isLanguage = (value: string | undefined): value is Language => LANGUAGES.some((language) => language === value);

function firstLanguage(): Language {
  const stored = readStored('localStorage', NAME);
  if (isLanguage(stored)) return stored;
  return navigator.languages.map((tag) => tag.split('-')[0]).find(isLanguage) ?? 'en';
}

export const i18n = createInstance();

const markPage = (language: string): void => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : language;
};
i18n.on('languageChanged', markPage);

void i18n.use(initReactI18next).init({
  resources: { en: { translation: en }, zh: { translation: zh } },
  lng: firstLanguage(),
  fallbackLng: 'en',
  // React escapes what it renders.
  interpolation: { escapeValue: false },
  showSupportNotice: false,
});

export function chooseLanguage(language: Language): void {
  writeStored('localStorage', NAME, language);
  void i18n.changeLanguage(language);
}
