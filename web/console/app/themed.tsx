import { ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import type { Locale } from 'antd/es/locale/index.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import zhTW from 'antd/es/locale/zh_TW.js';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import 'dayjs/locale/zh-tw.js';
import type { ReactNode } from 'react';
import type { Language } from '../../../contract/wire.ts';
import { currentLanguage } from '../../client/language.ts';
import { theme } from './theme.ts';

// The module setting of the compiler takes antd's ES build for CommonJS and sees one default too many.
const locales = { 'zh-Hans': zhCN, 'zh-Hant': zhTW, en: enUS } as unknown as Readonly<Record<Language, Locale>>;
const dayLocales: Readonly<Record<Language, string>> = { 'zh-Hans': 'zh-cn', 'zh-Hant': 'zh-tw', en: 'en' };

/** Written into the page by the server: without it the content security policy refuses antd's styles. */
const csp = { nonce: document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content };

/** Around every part that uses antd: the tokens of the design and the reader's language. */
export function Themed({ children }: { children: ReactNode }) {
  const language = currentLanguage();
  dayjs.locale(dayLocales[language]);
  return (
    <ConfigProvider csp={csp} theme={theme} locale={locales[language]} variant="outlined">
      {children}
    </ConfigProvider>
  );
}
