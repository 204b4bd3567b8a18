import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { Link } from 'react-router';
import { calendarQuery } from '../screens/working-calendar/queries';

/** The standing warning that a year's days off are not known yet; nothing while they are. */
export function CalendarWarning(props: { here?: boolean }) {
  const calendar = useQuery({ ...calendarQuery(), staleTime: 10 * 60_000 });
  const warning = calendar.data?.warning ?? null;
  if (warning === null) return null;
  return (
    <Alert
      className="standing-warning"
      type="warning"
      showIcon
      message={warning}
      action={props.here !== true && <Link to="/working-calendar">放假日历</Link>}
    />
  );
}
