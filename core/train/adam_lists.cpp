#include "core/train/adam_lists.h"

#include <torch/utils.h>

namespace sonoglyph {

void adamUpdate(const AdamUpdate& update, AdamLists& lists)
{
    auto& [gradients, parameters, m, v] = lists;
    at::_foreach_mul_(m, update.beta1);
    at::_foreach_add_(m, gradients, 1 - update.beta1);
    at::_foreach_mul_(v, update.beta2);
    at::_foreach_addcmul_(v, gradients, gradients, 1 - update.beta2);
    // m / (sqrt(v) / c + epsilon) = c m / (sqrt(v) + c epsilon): one pass less.
    auto divisors = at::_foreach_sqrt(v);
    at::_foreach_add_(divisors, update.correction2 * update.epsilon);
    at::_foreach_addcdiv_(parameters, m, divisors, -update.size * update.correction2);
}

torch::Tensor lengthOf(const std::vector<torch::Tensor>& tensors) { return torch::stack(at::_foreach_norm(tensors)).norm(); }

}  // namespace sonoglyph
