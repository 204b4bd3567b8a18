import { Button } from 'antd';

interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly isFetchNextPageError: boolean;
  readonly fetchNextPage: () => unknown;
}

/** The foot of a list that is read page by page; its whole length is not counted. */
export function More(props: { of: Pages; shown: number }) {
  const { of: pages, shown } = props;
  if (!pages.hasNextPage) return <p className="list-foot no-print">共{shown}条，已全部列出</p>;
  return (
    <p className="list-foot no-print">
      已列出{shown}条
      <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        {pages.isFetchNextPageError ? '没有载入，再试一次' : '加载更多'}
      </Button>
    </p>
  );
}
