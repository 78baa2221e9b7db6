// The language of pages for shops' owners: Chinese or English, by what their browser asks for.

export type Language = 'en' | 'zh';

/** The one of the two that an Accept-Language header asks for first; English where it names neither. */
export function languageFor(acceptLanguage = ''): Language {
  const [first] = acceptLanguage
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality.slice(2)) };
    })
    .filter(({ language, quality }) => (language === 'zh' || language === 'en') && quality > 0)
    .sort((one, other) => other.quality - one.quality);
  return first?.language === 'zh' ? 'zh' : 'en';
}
