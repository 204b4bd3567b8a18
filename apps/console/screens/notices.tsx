import { useInfiniteQuery } from '@tanstack/react-query';
import { Card, Segmented } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { noticesQuery } from '../api/queries';
import { More } from '../parts/more';
import { Loaded, Nothing, Page } from '../parts/page';
import { NoticeList } from './notice-list';

/** 提醒: one's own, newest first. */
export function Notices() {
  const [search, setSearch] = useSearchParams();
  const unread = search.get('unread') === 'true';
  const notices = useInfiniteQuery(noticesQuery(unread));
  return (
    <Page
      title="提醒"
      extra={
        <>
          <Segmented
            value={unread ? 'unread' : 'all'}
            options={[
              { value: 'all', label: '全部' },
              { value: 'unread', label: `未读${notices.data?.pages[0]?.unread ?? ''}` },
            ]}
            onChange={(value) => setSearch(value === 'unread' ? { unread: 'true' } : {}, { replace: true })}
          />
          <Link to="/notices/settings">我的提醒设置</Link>
        </>
      }
    >
      <Card>
        <Loaded of={notices}>
          {(data) => {
            const items = data.pages.flatMap((p) => p.items);
            return items.length === 0 ? (
              <Nothing>{unread ? '没有未读提醒' : '还没有提醒。期限临近或者超期时，系统会在这里告诉您。'}</Nothing>
            ) : (
              <>
                <NoticeList notices={items} />
                <More of={notices} shown={items.length} />
              </>
            );
          }}
        </Loaded>
      </Card>
    </Page>
  );
}
