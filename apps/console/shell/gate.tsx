import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Modal } from 'antd';
import { type Me, meQuery } from '../api/queries';
import { Loading, Trouble } from '../parts/page';
import { SessionProvider, sessionLost, useSessionLost } from './session';
import { Shell } from './shell';
import { SignInForm, SignInPage } from './sign-in';

/** Nobody passes unnamed: the sign-in page stands at whatever address was asked for, and leads on to it. */
export function Gate() {
  const me = useQuery(meQuery);
  const queries = useQueryClient();
  const lost = useSessionLost();
  if (me.data === undefined)
    return me.error === null ? <Loading /> : <Trouble error={me.error} retry={() => void me.refetch()} />;

  const enter = (next: Me) => {
    sessionLost.mark(false);
    queries.setQueryData(meQuery.queryKey, next);
  };
  if (me.data === null) return <SignInPage onEntered={enter} />;

  const before = me.data;
  const returnTo = (next: Me) => {
    enter(next);
    // What stands in the forms is the former person's; another one starts with a clean page.
    if (next.person.id !== before.person.id) window.location.assign('/');
    else void queries.invalidateQueries();
  };
  return (
    <SessionProvider value={before}>
      <Shell />
      <Modal
        open={lost}
        title="登录已失效"
        footer={null}
        closable={false}
        keyboard={false}
        destroyOnHidden
        // The dialog takes the focus for itself when it opens.
        afterOpenChange={(open) => open && document.getElementById('login')?.focus()}
      >
        <p>页面上填写的内容仍然保留。请重新登录后继续。</p>
        <SignInForm onEntered={returnTo} />
      </Modal>
    </SessionProvider>
  );
}
