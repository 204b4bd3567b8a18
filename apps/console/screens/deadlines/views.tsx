import { NavLink } from 'react-router';

/** The views of the same desk. */
export function Views() {
  return (
    <nav className="views no-print" aria-label="期限台视图">
      <NavLink to="/deadlines" end>
        列表
      </NavLink>
      <NavLink to="/deadlines/overview">一览</NavLink>
      <NavLink to="/deadlines/month">月历</NavLink>
      <NavLink to="/deadlines/proposals">待确认</NavLink>
    </nav>
  );
}
