/** How a person is called on the server. Its sign stands before the name in languages that run to the left, too. */
export function Handle({ acct }: { acct: string }) {
  return <bdi dir="ltr">@{acct}</bdi>;
}
