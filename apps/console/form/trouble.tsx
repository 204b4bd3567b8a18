import { Alert } from 'antd';
import { useEffect, useRef } from 'react';
import type { FieldMistake, Problem } from '../api/problem';

/** What kept a save from happening: every refusal with its article, and mistakes that belong to no field shown. */
export function SaveTrouble(props: { problem: Problem; left: readonly FieldMistake[] }) {
  const place = useRef<HTMLDivElement>(null);
  const { problem } = props;
  // A long form may have its foot, and this, below the screen; a mistake beside a field has the eye already.
  useEffect(() => {
    if (problem.mistakes.length === 0) place.current?.scrollIntoView({ block: 'center' });
  }, [problem]);
  return (
    <div ref={place}>
      <TroubleWords {...props} />
    </div>
  );
}

function TroubleWords(props: { problem: Problem; left: readonly FieldMistake[] }) {
  const { problem, left } = props;
  if (problem.refusals.length > 0)
    return (
      <Alert
        type="error"
        role="alert"
        showIcon
        message={
          problem.refusals.length === 1 ? '现在不能办理：' : `现在不能办理，原因有${problem.refusals.length}条：`
        }
        description={
          <ol className="refusals">
            {problem.refusals.map((r) => (
              <li key={`${r.guard} ${r.message}`}>
                {r.message}
                {r.article !== '' && <small>依据：{r.article}</small>}
              </li>
            ))}
          </ol>
        }
      />
    );
  const message = problem.mistakes.length > 0 ? '填写有误，请按提示改正。' : problem.message;
  return (
    <Alert
      type={problem.status === 409 ? 'warning' : 'error'}
      role="alert"
      showIcon
      message={message}
      description={
        left.length > 0 && (
          <ul className="refusals">
            {left.map((m) => (
              <li key={`${m.field} ${m.rule}`}>
                {m.rule}（{m.field}）
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
