import { Button, Result } from 'antd';
import { Link } from 'react-router';

export function NotFound() {
  return (
    <>
      <title>没有这个页面 · 案卷</title>
      <Result
        status="info"
        title="没有这个页面"
        subTitle="地址可能写错了，或者页面已经移走。"
        extra={<Link to="/">回到我的工作</Link>}
      />
    </>
  );
}

/** A screen that failed to load (a new release, a lost connection) or to draw itself. */
export function Broken() {
  return (
    <>
      <title>页面没有打开 · 案卷</title>
      <Result
        status="warning"
        title="页面没有打开"
        subTitle="可能是网络中断，或者系统刚刚更新。请重新载入；仍不行的，请告诉系统管理员。"
        extra={
          <Button type="primary" onClick={() => window.location.reload()}>
            重新载入
          </Button>
        }
      />
    </>
  );
}
