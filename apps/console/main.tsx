import '@ant-design/v5-patch-for-react-19';
import './style/base.css';
import './style/shell.css';
import './style/parts.css';
import './style/forms.css';
import './style/case.css';
import './style/ledger.css';
import './style/desk.css';
import './style/audit.css';
import './style/reports.css';
import './style/media.css';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { Problem } from './api/problem';
import { router } from './routes';
import { sessionLost } from './shell/session';
import { theme } from './theme';

dayjs.locale('zh-cn');
dayjs.extend(customParseFormat);

const onError = (error: Error) => {
  if (error instanceof Problem && error.status === 401) sessionLost.mark(true);
};
const queries = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    // Offline is told in words at once; the library's own way is to wait in silence.
    queries: { networkMode: 'always', retry: false, staleTime: 15_000 },
    mutations: { networkMode: 'always', retry: false },
  },
});

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  </StrictMode>,
);
