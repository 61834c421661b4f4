// SPDX-FileCopyrightText: Falconer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/hawkbit/distributionsettags.h"
#include "ui/repository/repositorycontext.h"

#include <QWidget>

namespace falconer {

class FormSheet;
class SetsSide;
class TagStrip;

// The tags of a set, or of several: given to all of them and taken, made, changed and deleted here.
class SetTags final : public QWidget {
    Q_OBJECT

public:
    // side outlives it.
    SetTags(const RepositoryContext &context, SetsSide &side, QWidget *parent = nullptr);

    void showSets(const QList<qint64> &sets); // reads their tags afresh
    void clear();
    TagStrip &strip() { return *m_strip; }

private:
    void wire();
    void openSheet(FormSheet *sheet);
    void openNewTag();

    RepositoryContext m_context;
    SetsSide &m_side;
    QList<qint64> m_sets;
    TagStrip *m_strip;
};

} // namespace falconer
