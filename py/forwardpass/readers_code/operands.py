"""What an operator, or a function, is given, as it is written."""

import ast

LONGEST = 30  # characters of what can stand in a sentence as a name


def second_operand(stretch: str) -> str:
    """x of W1 @ x and of np.dot(W1, x); "" of what is none of these, or where it is too long to be a name."""
    try:
        (statement,) = ast.parse(stretch.strip()).body
    except (SyntaxError, ValueError):
        return ""
    value = statement.value if isinstance(statement, ast.Expr) else None
    if isinstance(value, ast.BinOp):
        return _written(value.right)
    if isinstance(value, ast.Call) and len(value.args) == 2:
        return _written(value.args[1])
    return ""


def _written(node: ast.expr) -> str:
    text = ast.unparse(node)
    return text if len(text) <= LONGEST else ""
