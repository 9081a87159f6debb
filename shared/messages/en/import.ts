/** Why a page was cut where it was. */
export const cutReason = ({ marker, times }: { marker: string | null; times: number }) => {
  if (marker === null) return 'before each headline';
  const short = marker.length > 48 ? `${marker.slice(0, 47)}…` : marker;
  const count = times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`;
  return `at “${short}”, ${count}`;
};

export const alreadyThere = (articles: number) =>
  articles === 1 ? 'its article is already in this corpus' : `its ${articles} articles are already in this corpus`;
