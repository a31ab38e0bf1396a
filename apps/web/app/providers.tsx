import { StyleProvider } from '@ant-design/cssinjs';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { PropsWithChildren } from 'react';
import { hasCode } from '../api/problem.js';
import { useLanguage } from '../words/words.js';
import { nonce } from './nonce.js';
import { sessionExpired } from './session/expired.js';
import { theme } from './theme.js';

const onError = (error: unknown): void => {
  if (hasCode(error, 'NOT_LOGGED_IN')) sessionExpired();
};

const queries = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (failures, error) => failures < 2 && !('code' in (error as object)), refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});

/** Language, look and data for everything below. */
export const Providers = ({ children }: PropsWithChildren) => {
  const locale = useLanguage() === 'zh' ? zhCN : enUS;
  return (
    <StyleProvider hashPriority="high" layer={false}>
      <ConfigProvider theme={theme} locale={locale} csp={{ nonce }} componentSize="middle" button={{ autoInsertSpace: false }}>
        <App style={{ height: '100%' }}>
          <QueryClientProvider client={queries}>{children}</QueryClientProvider>
        </App>
      </ConfigProvider>
    </StyleProvider>
  );
};
