"""Arrays of the projections."""

import numpy as np
import numpy.typing as npt

#: Numbers of any shape; each function says which axes it means.
Array = npt.NDArray[np.float64]
