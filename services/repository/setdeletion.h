// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/http/client.h"

#include <functional>
#include <optional>

namespace falconer {

// Deletes a set. One that is gone already is as it was wanted: somebody else was faster, or the
// answer to an earlier request was lost. Where an error does not tell, the set is looked at: up to
// 0.9 the server says 500 for one that is not there.
class SetDeletion final {
public:
    // Runs once, never before remove() returned, and may destroy this.
    using Done = std::function<void(const std::optional<Error> &)>;

    void remove(Client &client, qint64 setId, Done done);

private:
    void look(Client &client, qint64 setId, const Error &lost);
    void finish(const std::optional<Error> &error);

    Done m_done;
    Call m_call;
};

} // namespace falconer
