import type { FormPage } from './queries';

type Column = FormPage['form']['columns'][number];

/** Neighbours of one group under one head. */
function groupsOf(columns: readonly Column[]): { group: string | null; columns: Column[] }[] {
  const groups: { group: string | null; columns: Column[] }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (column.group !== null && last?.group === column.group) last.columns.push(column);
    else groups.push({ group: column.group, columns: [column] });
  }
  return groups;
}

/** What a number is told by when it is pointed at. */
function toldOf(reason: string | null, source: FormPage['sources'][number] | undefined): string | undefined {
  const words = [
    ...(reason === null ? [] : [`手工填写：${reason}`]),
    ...(source?.state === 'live' ? ['现时统计，尚未冻结'] : []),
    ...(source?.state === 'differs' ? [`与填报以后冻结的数${source.printed ?? ''}不同`] : []),
  ];
  return words.length === 0 ? undefined : words.join('；');
}

/** The form as it is printed: merged heads, units, numbered rows. Every number opens its cases. */
export function FormSheet(props: { page: FormPage; onOpen: (cell: string) => void }) {
  const { form, current, failing, sources } = props.page;
  // Where nothing is frozen yet, a line below says so once.
  const mixed = sources.some((s) => s.state !== 'live');
  const states = new Map(sources.map((s) => [s.cell, s]));
  const groups = groupsOf(form.columns);
  const bound = new Set(form.bindings.map((b) => b.cell));
  const wrong = new Set(failing.flatMap((f) => f.cells));
  const cells = new Map((current?.cells ?? []).map((c) => [c.cell, c]));
  return (
    <table className="plain form-sheet">
      <thead>
        <tr>
          <th rowSpan={2}>行次</th>
          <th rowSpan={2}>项目</th>
          {groups.map(({ group, columns }) =>
            group === null ? (
              <th key={columns[0]?.id} rowSpan={2} className="number">
                {columns[0]?.label}
                <small className="under">{columns[0]?.unit}</small>
              </th>
            ) : (
              <th key={`${group} ${columns[0]?.id}`} colSpan={columns.length}>
                {group}
              </th>
            ),
          )}
        </tr>
        <tr>
          {groups
            .filter(({ group }) => group !== null)
            .flatMap(({ columns }) => columns)
            .map((c) => (
              <th key={c.id} className="number">
                {c.label}
                <small className="under">{c.unit}</small>
              </th>
            ))}
        </tr>
      </thead>
      <tbody>
        {form.rows.map((row, i) => (
          <tr key={row.id}>
            <td className="number">{i + 1}</td>
            <th scope="row" className={row.depth > 0 ? 'inner' : undefined}>
              {row.label}
            </th>
            {form.columns.map((column) => {
              const key = `${row.id}.${column.id}`;
              const filled = cells.get(key);
              const state = states.get(key)?.state;
              if (!bound.has(key))
                return (
                  <td key={key} className="number">
                    —
                  </td>
                );
              return (
                <td key={key} className={wrong.has(key) ? 'number off-balance' : 'number'}>
                  {filled !== undefined && (
                    <button
                      type="button"
                      className="opens"
                      aria-label={`${row.label} ${column.label}：${filled.printed}，看案件`}
                      title={toldOf(filled.reason, states.get(key))}
                      onClick={() => props.onOpen(key)}
                    >
                      {filled.printed}
                      {filled.reason !== null && '*'}
                      {mixed && state === 'live' && <sup className="not-frozen">°</sup>}
                      {state === 'differs' && <sup className="not-frozen">≠</sup>}
                    </button>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
